package io.keyledger.query.workspace;

import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Optional;

@Transactional(readOnly = true)
interface CurrentWorkspaces extends Repository<CurrentWorkspace, String> {

    Optional<CurrentWorkspace> findBySlug(String slug);

    List<CurrentWorkspace> findBySlugGreaterThanOrderBySlug(String slug, Limit limit);
}
