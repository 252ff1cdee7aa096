package io.keyledger.query.directory;

import io.keyledger.shared.policy.PolicyGrant;

record GrantRow(String workspace, PolicyGrant grant) {}
