package io.channelkeeper.picture;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Pictures in the database.
 */
@Component
class DatabasePictureBytes implements PictureBytes {

	private static final String PUT = """
			insert into picture (organization_id, hash, size, content, content_type, stored_at)
			values (:organization, :hash, :size, :content, :type, :now)
			on conflict (organization_id, hash, size) do update set stored_at = excluded.stored_at""";

	private static final String FORGET = """
			delete from picture p where organization_id = :organization and hash = :hash
			and not exists (select from channel_picture shown where shown.organization_id = p.organization_id
				and shown.hash = p.hash)
			and not exists (select from creator_picture shown where shown.organization_id = p.organization_id
				and shown.hash = p.hash)""";

	private final JdbcClient jdbc;

	private final Clock clock;

	DatabasePictureBytes(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public void put(UUID organization, NormalizedPicture picture) {
		for (int size : NormalizedPicture.SIZES) {
			this.jdbc.sql(PUT)
				.param("organization", organization)
				.param("hash", picture.hash())
				.param("size", size)
				.param("content", picture.content(size))
				.param("type", NormalizedPicture.CONTENT_TYPE)
				.param("now", Timestamp.from(this.clock.instant()))
				.update();
		}
	}

	@Override
	public boolean has(UUID organization, String hash) {
		return this.jdbc.sql("select count(*) from picture where organization_id = :organization and hash = :hash")
			.param("organization", organization)
			.param("hash", hash)
			.query(Long.class)
			.single() == NormalizedPicture.SIZES.size();
	}

	@Override
	public Optional<StoredPicture> get(UUID organization, String hash, int size) {
		return this.jdbc.sql("""
				select content, content_type from picture
				where organization_id = :organization and hash = :hash and size = :size""")
			.param("organization", organization)
			.param("hash", hash)
			.param("size", size)
			.query((row, number) -> new StoredPicture(hash, size, row.getString("content_type"),
					new ByteArrayResource(row.getBytes("content"))))
			.optional();
	}

	@Override
	public void forgetUnused(UUID organization, String hash) {
		this.jdbc.sql(FORGET).param("organization", organization).param("hash", hash).update();
	}

}
