package io.channelkeeper.picture;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.organization.Viewer;

/**
 * Channels that show a picture, as rows, for tests of what is made of them.
 */
@Component
public class FetchedPictures {

	private final JdbcClient jdbc;

	private final Clock clock;

	FetchedPictures(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Lets a channel show a picture that was fetched just now; answers where it is. */
	public String show(Viewer viewer, UUID channel, byte[] content) {
		String hash = Sha256.hex(content);
		for (int size : NormalizedPicture.SIZES) {
			this.jdbc.sql("""
					insert into picture (organization_id, hash, size, content, content_type, stored_at)
					values (?, ?, ?, ?, 'image/jpeg', ?) on conflict do nothing""")
				.params(viewer.organizationId(), hash, size, content, now())
				.update();
		}
		this.jdbc.sql("""
				insert into channel_picture (channel_id, organization_id, hash, source_hash, fetched_at, attempted_at)
				values (?, ?, ?, ?, ?, ?) on conflict (channel_id) do update
				set hash = excluded.hash, source_hash = excluded.source_hash, fetched_at = excluded.fetched_at""")
			.params(channel, viewer.organizationId(), hash, hash, now(), now())
			.update();
		return "/pictures/" + hash;
	}

	/** The same where nobody looks at the picture itself. */
	public String show(Viewer viewer, UUID channel, String content) {
		return show(viewer, channel, content.getBytes(StandardCharsets.UTF_8));
	}

	/** How many pictures an organization keeps the bytes of. */
	long kept(Viewer viewer) {
		return this.jdbc.sql("select count(distinct hash) from picture where organization_id = ?")
			.param(viewer.organizationId())
			.query(Long.class)
			.single();
	}

	private Object now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
