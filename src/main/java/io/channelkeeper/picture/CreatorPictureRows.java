package io.channelkeeper.picture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.picture.CreatorPicture.Source;
import io.channelkeeper.support.NotFoundException;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.Tenancy;

/**
 * Keeps what members want to see of creators, and knows by which rule the rest is shown.
 * All of it is about the bound organization.
 */
@Component
class CreatorPictureRows {

	private static final String SHOWN = """
			select r.id as creator_id, u.hash as uploaded, u.uploaded_at, p.name as uploaded_by, x.channel_id, x.hash,
				x.channel_id = u.channel_id as chosen
			from creator r
			left join creator_picture u on u.creator_id = r.id
			left join member m on m.id = u.uploaded_by
			left join person p on p.id = m.person_id
			left join lateral shown_channel_picture(r.id, :now) x on true
			where r.organization_id = :organization and r.id = any(:creators)""";

	private static final String UPLOADED = """
			insert into creator_picture (creator_id, organization_id, hash, uploaded_by, uploaded_at)
			values (:creator, :organization, :hash, :member, :now)
			on conflict (creator_id) do update set hash = excluded.hash, uploaded_by = excluded.uploaded_by,
				uploaded_at = excluded.uploaded_at""";

	private static final String CHOSEN = """
			insert into creator_picture (creator_id, organization_id, channel_id)
			select creator_id, organization_id, id from channel
			where id = :channel and creator_id = :creator and organization_id = :organization and archived_at is null
			on conflict (creator_id) do update set channel_id = excluded.channel_id, hash = null, uploaded_by = null,
				uploaded_at = null""";

	private static final String AGAIN = """
			with gone as (delete from creator_picture where creator_id = :creator and organization_id = :organization
				and channel_id is null)
			update creator_picture set hash = null, uploaded_by = null, uploaded_at = null
			where creator_id = :creator and organization_id = :organization and channel_id is not null""";

	private final JdbcClient jdbc;

	private final ShownPictures shown;

	private final Clock clock;

	CreatorPictureRows(JdbcClient jdbc, ShownPictures shown, Clock clock) {
		this.jdbc = jdbc;
		this.shown = shown;
		this.clock = clock;
	}

	/** How these creators are shown; foreign and unknown ones are left out. */
	List<CreatorPicture> of(Collection<UUID> creators) {
		return this.jdbc.sql(SHOWN)
			.param("now", now())
			.param("organization", Tenancy.current())
			.param("creators", creators.toArray(UUID[]::new))
			.query(CreatorPictureRows::shown)
			.list();
	}

	/** Keeps an uploaded picture, and lets go of the one before. */
	void upload(UUID creator, UUID member, NormalizedPicture picture) {
		UUID organization = Tenancy.current();
		this.shown.keep(organization, picture, () -> {
			List<String> before = uploaded(creator);
			this.jdbc.sql(UPLOADED)
				.param("creator", creator)
				.param("organization", organization)
				.param("hash", picture.hash())
				.param("member", member)
				.param("now", now())
				.update();
			return before;
		});
	}

	/**
	 * Shows a channel's picture from now on, and lets go of an uploaded one.
	 * @throws NotFoundException if the creator has no such channel
	 */
	void choose(UUID creator, UUID channel) {
		this.shown.change(Tenancy.current(), () -> {
			List<String> before = uploaded(creator);
			int chosen = this.jdbc.sql(CHOSEN)
				.param("channel", channel)
				.param("creator", creator)
				.param("organization", Tenancy.current())
				.update();
			if (chosen == 0) {
				throw new NotFoundException("channel", channel);
			}
			return before;
		});
	}

	/** Shows the best of the channels from now on, and lets go of an uploaded one. */
	void letGo(UUID creator) {
		change(creator, "delete from creator_picture where creator_id = :creator and organization_id = :organization");
	}

	/** Shows what was shown before the upload, and lets go of that. */
	void letGoOfUpload(UUID creator) {
		change(creator, AGAIN);
	}

	private void change(UUID creator, String sql) {
		this.shown.change(Tenancy.current(), () -> {
			List<String> before = uploaded(creator);
			this.jdbc.sql(sql).param("creator", creator).param("organization", Tenancy.current()).update();
			return before;
		});
	}

	/** What was uploaded, if anything. */
	private List<String> uploaded(UUID creator) {
		return this.jdbc.sql("""
				select hash from creator_picture where creator_id = :creator and organization_id = :organization
				and hash is not null""")
			.param("creator", creator)
			.param("organization", Tenancy.current())
			.query((row, number) -> row.getString(1))
			.list();
	}

	private static CreatorPicture shown(ResultSet row, int number) throws SQLException {
		String uploaded = row.getString("uploaded");
		Source source = (uploaded != null) ? Source.UPLOADED : row.getBoolean("chosen") ? Source.CHOSEN : Source.BEST;
		String hash = (uploaded != null) ? uploaded : row.getString("hash");
		return new CreatorPicture(row.getObject("creator_id", UUID.class),
				(hash != null) ? PictureAlbum.address(hash) : null, source, row.getObject("channel_id", UUID.class),
				row.getString("uploaded_by"), SqlMoments.maybe(row, "uploaded_at"));
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

}
