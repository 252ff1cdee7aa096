package io.keyledger.query.role;

import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.util.Optional;
import java.util.UUID;

@Transactional(readOnly = true)
interface CurrentRoles extends Repository<CurrentRole, UUID> {

    Optional<CurrentRole> findByWorkspaceAndId(String workspace, UUID id);
}
