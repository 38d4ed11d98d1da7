package io.channelkeeper.organization;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/**
 * Keeps people.
 */
interface PersonRepository extends JpaRepository<PersonEntity, UUID> {

	/** By the address in lower case. */
	@Query("select p from PersonEntity p where lower(p.email) = :key")
	Optional<PersonEntity> findByEmailKey(String key);

	@Query("select p.id from PersonEntity p where p.operator")
	Set<UUID> findOperators();

}
