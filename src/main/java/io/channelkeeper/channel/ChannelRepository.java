package io.channelkeeper.channel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Channels of the bound organization.
 */
interface ChannelRepository extends Repository<ChannelEntity, UUID> {

	Optional<ChannelEntity> findById(UUID id);

	@Query("select c from ChannelEntity c where c.creatorId = :creator and c.archivedAt is null"
			+ " order by c.network, c.handleKey, c.id")
	List<ChannelEntity> findByCreator(UUID creator);

	@Query("select c from ChannelEntity c where c.network = :network and c.externalId = :externalId"
			+ " and c.archivedAt is null")
	Optional<ChannelEntity> findByExternalId(String network, String externalId);

	@Query("select c from ChannelEntity c where c.network = :network and c.handleKey = :key and c.archivedAt is null")
	Optional<ChannelEntity> findByKey(String network, String key);

	/**
	 * Inserts a channel unless the organization has it already; waits for whoever is
	 * adding the same one at this moment.
	 * @return 1, or 0 if it was there first
	 */
	@Modifying
	@NativeQuery("""
			insert into channel (id, version, organization_id, creator_id, network, handle, handle_key, external_id,
				added_at)
			values (:id, 0, :organization, :creator, :network, :handle, :key, cast(:externalId as text), :now)
			on conflict do nothing""")
	int insert(UUID id, UUID organization, UUID creator, String network, String handle, String key,
			@Nullable String externalId, Instant now);

}
