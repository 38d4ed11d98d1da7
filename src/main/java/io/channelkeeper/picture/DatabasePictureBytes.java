package io.channelkeeper.picture;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pictures in the database.
 */
@Component
class DatabasePictureBytes implements PictureBytes {

	private static final String PUT = """
			insert into picture (organization_id, hash, size, content, content_type, stored_at)
			values (:organization, :hash, :size, :content, :type, :now)
			on conflict (organization_id, hash, size) do update set stored_at = excluded.stored_at, going_at = null,
				content = coalesce(picture.content, excluded.content)""";

	private static final String FORGET = "delete from picture p"
			+ " where organization_id = :organization and hash = :hash and " + PictureLedger.UNSHOWN;

	private final JdbcClient jdbc;

	private final PictureLedger ledger;

	private final Clock clock;

	DatabasePictureBytes(JdbcClient jdbc, PictureLedger ledger, Clock clock) {
		this.jdbc = jdbc;
		this.ledger = ledger;
		this.clock = clock;
	}

	@Override
	@Transactional(propagation = Propagation.NEVER)
	public void put(UUID organization, NormalizedPicture picture) {
		take(organization, picture);
	}

	/**
	 * Keeps a picture that came from the database, in the transaction that took it from
	 * there; should it belong elsewhere, it is moved later.
	 */
	void take(UUID organization, NormalizedPicture picture) {
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
		return this.ledger.has(new PictureName(organization, hash));
	}

	@Override
	@Transactional(propagation = Propagation.NEVER)
	public Optional<StoredPicture> get(UUID organization, String hash, int size) {
		return this.jdbc.sql("""
				select content, content_type from picture where organization_id = :organization
				and hash = :hash and size = :size and content is not null and going_at is null""")
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
