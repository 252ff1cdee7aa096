package io.keyledger.access.check;

import java.util.UUID;

/** Whose key it is. */
public record KeyHolder(UUID serviceUserId, String username, String workspace, String keyId)
        implements Holder {

    @Override
    public UUID id() {
        return serviceUserId;
    }

    @Override
    public String name() {
        return username;
    }

    @Override
    public String callerId() {
        return keyId;
    }
}
