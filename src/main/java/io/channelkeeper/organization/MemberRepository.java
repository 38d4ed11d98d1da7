package io.channelkeeper.organization;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/**
 * Keeps the members of the bound organization.
 */
interface MemberRepository extends JpaRepository<MemberEntity, UUID> {

	@Query("select m from MemberEntity m join fetch m.person p order by lower(p.name), m.id")
	List<MemberEntity> findAllByName();

	@Query("select m from MemberEntity m join fetch m.person where m.id = :id")
	Optional<MemberEntity> findWithPerson(UUID id);

	@Query("select m from MemberEntity m where m.person.id = :person")
	Optional<MemberEntity> findByPerson(UUID person);

	/** The active admins, held until the transaction ends, so that one always remains. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select m from MemberEntity m where m.active and m.role = io.channelkeeper.organization.Role.ADMIN order by m.id")
	List<MemberEntity> lockAdmins();

}
