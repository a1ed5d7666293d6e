"""The board of who completes, issuing, printing, designs, and checking."""
