package io.keyledger.shared.event;

import tools.jackson.databind.node.ObjectNode;

/** Revision 1 did not say what the role held when it was deleted. */
final class RoleDeletedOfOld implements Upcaster {

    @Override
    public String name() {
        return "role.RoleDeleted";
    }

    @Override
    public int fromRevision() {
        return 1;
    }

    @Override
    public ObjectNode upcast(ObjectNode json) {
        return json.putNull("permissions");
    }
}
