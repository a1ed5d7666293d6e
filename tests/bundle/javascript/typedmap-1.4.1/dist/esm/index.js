/**
 * A map that has a type for its keys and values
 */
export class TypedMap {
    #map = new Map();
    constructor(entries) {
        if (entries) {
            for (const [key, value] of entries) {
                this.#map.set(key, value);
            }
        }
    }
    [Symbol.iterator]() {
        // @ts-ignore
        return this.#map[Symbol.iterator]();
    }
    /**
     *
     * Sets the value for the key in the map
     *
     * @param key - The key to set the value for
     * @param value - The value to set
     */
    set(key, value) {
        this.#map.set(key, value);
    }
    /**
     *
     * Returns the value associated to the key, or undefined if there is none
     *
     * @param key - The key to get the value for
     * @returns - The value associated to the key, or undefined if there is none
     */
    get(key) {
        return this.#map.get(key);
    }
    /**
     * Returns an iterable of key, value pairs for every entry in the map.
     *
     * @returns - An iterable of key, value pairs for every entry in the map
     */
    entries() {
        //@ts-ignore
        return this.#map.entries();
    }
    /**
     * Returns an iterable of keys in the map
     *
     * @returns - An iterable of keys in the map
     */
    keys() {
        return this.#map.keys();
    }
    /**
     * Returns an iterable of values in the map
     *
     * @returns - An iterable of values in the map
     */
    values() {
        return this.#map.values();
    }
    /**
     * Clears the map
     */
    clear() {
        this.#map.clear();
    }
    /**
     * Deletes the entry for the given key
     *
     * @param key - The key to delete
     * @returns Whether the key was deleted
     */
    delete(key) {
        return this.#map.delete(key);
    }
    /**
     *
     * Checks if the map has an entry for the given key
     *
     * @param key - The key to check for
     * @returns Whether the map has an entry for the given key
     */
    has(key) {
        return this.#map.has(key);
    }
    /**
     * Returns the number of entries in the map
     */
    get size() {
        return this.#map.size;
    }
    /**
     * Returns the internal ES map
     */
    get esMap() {
        return this.#map;
    }
    static wrap(map) {
        if (typeof map === 'undefined') {
            return new TypedMap();
        }
        if (map instanceof TypedMap) {
            return map;
        }
        return new TypedMap(map);
    }
    [Symbol.for('nodejs.util.inspect.custom')](depth, options, inspect) {
        const className = this.constructor.name;
        if (depth !== null && depth < 0) {
            return options.stylize(`[${className}]`, 'special');
        }
        const newOptions = Object.assign({}, options, {
            depth: options.depth === null ? null : options.depth - 1,
        });
        const padding = ' '.repeat(className.length + 2);
        const inner = inspect(this.esMap, newOptions)
            .replace(/\n/g, `\n${padding}`);
        return `${options.stylize(className, 'special')}< ${inner} >`;
    }
}
;
//# sourceMappingURL=index.js.map