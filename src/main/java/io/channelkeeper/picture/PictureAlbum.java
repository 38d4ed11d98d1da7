package io.channelkeeper.picture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.Tenancy;

/**
 * What pages ask about pictures, always of the bound organization only.
 */
@Component
class PictureAlbum {

	private final JdbcClient jdbc;

	private final PictureBytes bytes;

	private final PictureCalendar calendar;

	PictureAlbum(JdbcClient jdbc, PictureBytes bytes, PictureCalendar calendar) {
		this.jdbc = jdbc;
		this.bytes = bytes;
		this.calendar = calendar;
	}

	Instant freshSince() {
		return this.calendar.freshSince();
	}

	/**
	 * How the pictures of these channels stand. Where nothing is fetched by itself, what
	 * is planned is no promise; what failed here is told until the network is heard of
	 * again.
	 */
	List<PictureStanding> standings(Collection<UUID> channels) {
		Instant fresh = freshSince();
		return this.jdbc
			.sql("""
					select c.id as channel_id, p.hash, p.fetched_at, greatest(p.attempted_at, r.attempted_at) as attempted_at,
						coalesce(p.next_attempt_at, r.wanted_at,
							case when :automatic and r.gap is null and r.read_at < 'infinity' then r.read_at end)
							as next_attempt_at,
						case when r.reason = :here and p.next_attempt_at is null
							and (p.attempted_at is null or p.attempted_at <= r.attempted_at)
							then r.reason else p.missing_reason end as missing_reason, r.gap, r.unanswered_since, p.next_attempt_at is not null as awaited
					from channel c left join channel_picture p on p.channel_id = c.id
					left join picture_reading r on r.channel_id = c.id
					where c.organization_id = :organization and c.id = any(:channels)
					and (p.channel_id is not null or r.channel_id is not null)""")
			.param("organization", Tenancy.current())
			.param("channels", channels.toArray(UUID[]::new))
			.param("automatic", this.calendar.isAutomatic())
			.param("here", MissingReason.FAILED_HERE.name())
			.query((row, number) -> standing(row, fresh))
			.list();
	}

	/** The picture that a channel shows; none while it cannot be read. */
	Optional<StoredPicture> ofChannel(UUID channel, int size) {
		return this.jdbc
			.sql("select hash from channel_picture where organization_id = :organization and channel_id = :channel"
					+ " and hash is not null")
			.param("organization", Tenancy.current())
			.param("channel", channel)
			.query(String.class)
			.optional()
			.flatMap((hash) -> contentIfThere(hash, size));
	}

	Optional<StoredPicture> content(String hash, int size) {
		return this.bytes.get(Tenancy.current(), hash, size);
	}

	boolean has(String hash) {
		return this.bytes.has(Tenancy.current(), hash);
	}

	private Optional<StoredPicture> contentIfThere(String hash, int size) {
		try {
			return content(hash, size);
		}
		catch (PicturesAwayException ex) {
			return Optional.empty();
		}
	}

	private PictureStanding standing(ResultSet row, Instant fresh) throws SQLException {
		String hash = row.getString("hash");
		String reason = row.getString("missing_reason");
		String gap = row.getString("gap");
		Instant fetchedAt = SqlMoments.maybe(row, "fetched_at");
		return new PictureStanding(row.getObject("channel_id", UUID.class), (hash != null) ? address(hash) : null,
				fetchedAt, SqlMoments.maybe(row, "attempted_at"), SqlMoments.maybe(row, "next_attempt_at"),
				(reason != null) ? MissingReason.valueOf(reason) : null, (gap != null) ? ReadingGap.valueOf(gap) : null,
				SqlMoments.maybe(row, "unanswered_since"),
				hash != null && fetchedAt != null && fetchedAt.isBefore(fresh), row.getBoolean("awaited"),
				this.calendar.isAutomatic());
	}

	/** Where members find a picture. */
	static String address(String hash) {
		return "/pictures/" + hash;
	}

}
