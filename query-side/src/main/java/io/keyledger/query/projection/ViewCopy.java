package io.keyledger.query.projection;

/** The copies of a view: what is read, and what is being built to take its place. */
public enum ViewCopy {
    LIVE("live", "views"),
    REBUILD("rebuild", "views_rebuild");

    private final String storedName;
    private final String schema;

    ViewCopy(String storedName, String schema) {
        this.storedName = storedName;
        this.schema = schema;
    }

    public String storedName() {
        return storedName;
    }

    public String schema() {
        return schema;
    }
}
