package io.keyledger.query.role;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Transactional(readOnly = true)
interface CurrentRoles extends Repository<CurrentRole, UUID> {

    Optional<CurrentRole> findByWorkspaceAndId(String workspace, UUID id);

    @Query(
            """
            SELECT r FROM CurrentRole r
             WHERE r.workspace = :workspace AND (r.nameKey, r.id) > (:nameKey, :id)
             ORDER BY r.nameKey, r.id
            """)
    List<CurrentRole> after(String workspace, String nameKey, UUID id, Limit limit);

    /** Of all workspaces. */
    @Query(
            """
            SELECT r FROM CurrentRole r
             WHERE (r.workspace, r.nameKey, r.id) > (:workspace, :nameKey, :id)
             ORDER BY r.workspace, r.nameKey, r.id
            """)
    List<CurrentRole> allAfter(String workspace, String nameKey, UUID id, Limit limit);
}
