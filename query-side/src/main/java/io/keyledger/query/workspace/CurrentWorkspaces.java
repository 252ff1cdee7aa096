package io.keyledger.query.workspace;

import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.util.Optional;

@Transactional(readOnly = true)
interface CurrentWorkspaces extends Repository<CurrentWorkspace, String> {

    Optional<CurrentWorkspace> findBySlug(String slug);
}
