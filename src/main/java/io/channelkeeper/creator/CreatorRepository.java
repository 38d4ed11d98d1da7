package io.channelkeeper.creator;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Creators of the bound organization.
 */
interface CreatorRepository extends Repository<CreatorEntity, UUID> {

	CreatorEntity save(CreatorEntity creator);

	Optional<CreatorEntity> findById(UUID id);

	List<CreatorEntity> findByLookedAfterBy(UUID member);

	int countByLookedAfterBy(UUID member);

	@Query("select c from CreatorEntity c where lower(c.email) = :key and c.archivedAt is null order by c.id")
	List<CreatorEntity> findByEmailKey(String key);

	@Query("select distinct t.tag from CreatorEntity c join c.tags t where c.archivedAt is null order by t.tag")
	List<String> findTags();

}
