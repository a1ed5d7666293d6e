"""Who completes, serial numbers, designs, and what a certificate says."""
