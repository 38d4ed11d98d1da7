package io.channelkeeper.picture;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.Tenancy;

/**
 * Keeps the pictures of other accounts that wait for a member's decision (B-5), each with
 * its own bytes: they are deleted with the offer, whatever channels show.
 */
@Component
class OfferedChannelPictures implements PictureShelf {

	/** How long one process fetches a picture before others may take it on. */
	private static final Duration FETCHING_AT_MOST = Duration.ofMinutes(2);

	private static final String CLAIM = """
			update offered_channel_picture p set attempts = attempts + 1, next_attempt_at = :until
			from offered_channel o
			where o.id = p.offer_id and p.offer_id = (select due.offer_id from offered_channel_picture due
				join offered_channel open on open.id = due.offer_id
				where due.next_attempt_at <= :now and due.source_url is not null
				and open.decided_at is null and open.expires_at > :now
				and (cast(:offer as uuid) is null or due.offer_id = :offer)
				order by due.next_attempt_at limit 1 for update of due skip locked)
			returning p.organization_id, p.offer_id as owner_id, o.network, p.source_url, p.source_hash, p.attempts""";

	private static final String KEEP = """
			update offered_channel_picture set hash = :hash, source_hash = :source, large = :large, small = :small,
				fetched_at = :now, source_url = null, next_attempt_at = null
			where offer_id = :offer and organization_id = :organization""";

	private final JdbcClient jdbc;

	private final Clock clock;

	OfferedChannelPictures(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Notes where a network shows the picture of an account that is kept. */
	void note(UUID organization, UUID offer, URI address) {
		this.jdbc.sql("""
				insert into offered_channel_picture (offer_id, organization_id, source_url, next_attempt_at)
				values (:offer, :organization, :url, :now)""")
			.param("offer", offer)
			.param("organization", organization)
			.param("url", address.toString())
			.param("now", now())
			.update();
	}

	@Override
	public Optional<DuePicture> claim(@Nullable UUID offer) {
		return this.jdbc.sql(CLAIM)
			.param("now", now())
			.param("until", Timestamp.from(this.clock.instant().plus(FETCHING_AT_MOST)))
			.param("offer", offer)
			.query(DuePicture::of)
			.optional();
	}

	/** Keeps it, unless the offer was decided while it was fetched. */
	@Override
	public boolean keep(DuePicture due, NormalizedPicture picture, String sourceHash) {
		this.jdbc.sql(KEEP)
			.param("hash", picture.hash())
			.param("source", sourceHash)
			.param("large", picture.content(NormalizedPicture.LARGE))
			.param("small", picture.content(NormalizedPicture.SMALL))
			.param("now", now())
			.param("offer", due.ownerId())
			.param("organization", due.organizationId())
			.update();
		return false;
	}

	@Override
	public void unchanged(DuePicture due) {
		plan(due, null);
	}

	@Override
	public void missing(DuePicture due, MissingReason reason, @Nullable Duration pause) {
		putOff(due, pause);
	}

	@Override
	public void putOff(DuePicture due, @Nullable Duration pause) {
		plan(due, (pause != null) ? this.clock.instant().plus(pause) : null);
	}

	/** Lets go of a picture and its bytes. */
	void forget(UUID organization, UUID offer) {
		this.jdbc.sql("delete from offered_channel_picture where offer_id = :offer and organization_id = :organization")
			.param("offer", offer)
			.param("organization", organization)
			.update();
	}

	/** Deletes a picture and returns it; empty if none was fetched yet. */
	Optional<KeptPicture> take(UUID organization, UUID offer) {
		List<Optional<KeptPicture>> taken = this.jdbc.sql("""
				delete from offered_channel_picture where offer_id = :offer and organization_id = :organization
				returning large, small, source_hash, fetched_at""")
			.param("offer", offer)
			.param("organization", organization)
			.query((row, number) -> kept(row))
			.list();
		return taken.stream().flatMap(Optional::stream).findFirst();
	}

	/** Which of these offers have a picture. */
	List<UUID> having(Collection<UUID> offers) {
		return this.jdbc.sql("""
				select offer_id from offered_channel_picture
				where organization_id = :organization and offer_id = any(:offers) and hash is not null""")
			.param("organization", Tenancy.current())
			.param("offers", offers.toArray(UUID[]::new))
			.query((row, number) -> row.getObject(1, UUID.class))
			.list();
	}

	/** Whether a picture is still to be fetched. */
	boolean isPlanned(UUID offer) {
		return this.jdbc.sql("""
				select count(*) from offered_channel_picture
				where organization_id = :organization and offer_id = :offer and next_attempt_at is not null""")
			.params(Map.of("organization", Tenancy.current(), "offer", offer))
			.query(Long.class)
			.single() > 0;
	}

	Optional<StoredPicture> content(UUID offer) {
		return this.jdbc.sql("""
				select hash, small from offered_channel_picture
				where organization_id = :organization and offer_id = :offer and hash is not null""")
			.param("organization", Tenancy.current())
			.param("offer", offer)
			.query((row, number) -> new StoredPicture(row.getString("hash"), NormalizedPicture.SMALL,
					NormalizedPicture.CONTENT_TYPE, new ByteArrayResource(row.getBytes("small"))))
			.optional();
	}

	private void plan(DuePicture due, @Nullable Instant next) {
		this.jdbc.sql("""
				update offered_channel_picture set next_attempt_at = :next,
					source_url = case when cast(:next as timestamptz) is null then null else source_url end
				where offer_id = :offer and organization_id = :organization""")
			.param("next", (next != null) ? Timestamp.from(next) : null, Types.TIMESTAMP)
			.param("offer", due.ownerId())
			.param("organization", due.organizationId())
			.update();
	}

	private static Optional<KeptPicture> kept(ResultSet row) throws SQLException {
		Instant fetched = SqlMoments.maybe(row, "fetched_at");
		if (fetched == null) {
			return Optional.empty();
		}
		NormalizedPicture picture = new NormalizedPicture(
				Map.of(NormalizedPicture.LARGE, row.getBytes("large"), NormalizedPicture.SMALL, row.getBytes("small")));
		return Optional.of(new KeptPicture(picture, row.getString("source_hash"), fetched));
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

}
