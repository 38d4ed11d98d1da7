package io.channelkeeper.picture;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps bytes and the rows that show them together: bytes are put before the row is
 * written, and removed when no row shows them any more.
 */
@Component
class ShownPictures {

	private static final int TRIES = 5;

	private final PictureBytes bytes;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	ShownPictures(PictureBytes bytes, JdbcClient jdbc, TransactionTemplate transaction) {
		this.bytes = bytes;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	/**
	 * Keeps a picture's bytes, and then has it shown, in a transaction of its own. Never
	 * called inside of another.
	 * @param show writes the row that shows it, or leaves it, and answers with the hash
	 * that the row showed before, if any
	 * @throws PicturesAwayException if the bytes cannot be kept now
	 */
	@Transactional(propagation = Propagation.NEVER)
	public void keep(UUID organization, NormalizedPicture picture, Supplier<List<String>> show) {
		for (int tries = 0; tries < TRIES; tries++) {
			this.bytes.put(organization, picture);
			if (Boolean.TRUE.equals(this.transaction.execute((status) -> show(organization, picture.hash(), show)))) {
				return;
			}
		}
		throw new IllegalStateException("Others keep forgetting picture " + picture.hash());
	}

	/** False if another transaction let go of the bytes in between. */
	private boolean show(UUID organization, String hash, Supplier<List<String>> show) {
		lock(organization);
		if (!this.bytes.has(organization, hash)) {
			return false;
		}
		show.get().forEach((before) -> this.bytes.forgetUnused(organization, before));
		this.bytes.forgetUnused(organization, hash);
		return true;
	}

	/**
	 * Changes what is shown, in the caller's transaction where there is one.
	 * @param change deletes or changes rows, and answers with the hashes that they showed
	 * before
	 */
	void change(UUID organization, Supplier<List<String>> change) {
		this.transaction.executeWithoutResult((status) -> {
			lock(organization);
			change.get().forEach((before) -> this.bytes.forgetUnused(organization, before));
		});
	}

	/** One at a time, so that nobody forgets what another is about to show. */
	private void lock(UUID organization) {
		this.jdbc.sql("select id from organization where id = :organization for no key update")
			.param("organization", organization)
			.query(UUID.class)
			.single();
	}

}
