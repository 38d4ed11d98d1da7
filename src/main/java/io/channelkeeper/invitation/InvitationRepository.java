package io.channelkeeper.invitation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Where invitations are kept.
 */
interface InvitationRepository extends Repository<InvitationEntity, UUID> {

	Optional<InvitationEntity> findById(UUID id);

	/** The invitation, held until the transaction ends. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select i from Invitation i where i.id = :id")
	Optional<InvitationEntity> hold(UUID id);

	/** Invitations of a creator, newest first. */
	List<InvitationEntity> findByCreatorIdOrderByCreatedAtDesc(UUID creatorId);

	/** Every invitation that a channel is part of. */
	@Query("select i from Invitation i join i.channels c where c.channelId = :channelId")
	List<InvitationEntity> findByChannel(UUID channelId);

	InvitationEntity save(InvitationEntity invitation);

}
