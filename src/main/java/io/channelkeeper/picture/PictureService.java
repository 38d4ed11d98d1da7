package io.channelkeeper.picture;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The pictures of channels and creators. All answers are about the bound organization.
 */
@Service
public class PictureService {

	private final PictureAlbum album;

	private final OfferedChannelPictures offered;

	private final CreatorPictureRows creators;

	PictureService(PictureAlbum album, OfferedChannelPictures offered, CreatorPictureRows creators) {
		this.album = album;
		this.offered = offered;
		this.creators = creators;
	}

	/** Path of a channel's picture; empty when there is none. */
	@Transactional(readOnly = true)
	public Optional<String> address(UUID channelId) {
		return standing(channelId).flatMap((standing) -> Optional.ofNullable(standing.address()));
	}

	/**
	 * What is known of a channel's picture; empty when neither a picture nor a planned
	 * reading of the channel is known.
	 */
	@Transactional(readOnly = true)
	public Optional<PictureStanding> standing(UUID channelId) {
		return this.album.standings(List.of(channelId)).stream().findFirst();
	}

	/**
	 * The same for many channels at once; those of which nothing is known are left out.
	 */
	@Transactional(readOnly = true)
	public List<PictureStanding> standings(Collection<UUID> channelIds) {
		return this.album.standings(channelIds);
	}

	/** Pictures that were fetched before are older than a cycle (P-11, P-16). */
	public Instant freshSince() {
		return this.album.freshSince();
	}

	/**
	 * Paths of creators' pictures by creator, by the rule of {@link CreatorPictures}.
	 * Creators without one are left out.
	 */
	@Transactional(readOnly = true)
	public Map<UUID, String> ofCreators(Collection<UUID> creatorIds) {
		Map<UUID, String> addresses = new HashMap<>();
		for (CreatorPicture picture : this.creators.of(creatorIds)) {
			if (picture.address() != null) {
				addresses.put(picture.creatorId(), picture.address());
			}
		}
		return addresses;
	}

	/**
	 * Paths of the pictures of other accounts that wait for a member's decision (B-5), by
	 * offer. Offers without one are left out.
	 */
	@Transactional(readOnly = true)
	public Map<UUID, String> ofOffers(Collection<UUID> offerIds) {
		return offerIds.isEmpty() ? Map.of()
				: this.offered.having(offerIds)
					.stream()
					.collect(Collectors.toMap((id) -> id, (id) -> "/offers/" + id + "/picture"));
	}

	/** Whether the organization keeps such a picture. Reads none of its bytes. */
	public boolean has(PictureAddress address) {
		return this.album.has(address.hash());
	}

	/**
	 * A picture to be served; empty when it is not kept. Never called inside of a
	 * transaction: it may lie outside of the database.
	 * @throws PicturesAwayException if it cannot be read now
	 */
	public Optional<StoredPicture> content(PictureAddress address) {
		return this.album.content(address.hash(), address.size());
	}

}
