package io.channelkeeper.picture;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import io.channelkeeper.picture.PictureLedger.UnmovedPicture;

/**
 * Pictures in a bucket. What came by the database, or lay there before there was a
 * bucket, is read from there until it was moved.
 */
class BucketPictureBytes implements PictureBytes, AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(BucketPictureBytes.class);

	/** So few that calls of 10 seconds each end within {@link PictureLedger#AT_WORK}. */
	private static final int PAGE = 10;

	private static final int PAGES = 500;

	private final PictureBucket bucket;

	private final PictureLedger ledger;

	private final DatabasePictureBytes table;

	private final ExecutorService threads = Executors
		.newThreadPerTaskExecutor(Thread.ofVirtual().name("picture-removal-", 0).factory());

	BucketPictureBytes(PictureBucket bucket, PictureLedger ledger, DatabasePictureBytes table) {
		this.bucket = bucket;
		this.ledger = ledger;
		this.table = table;
	}

	@Override
	public void put(UUID organization, NormalizedPicture picture) {
		PictureName name = new PictureName(organization, picture.hash());
		if (!this.ledger.expect(name)) {
			throw new PicturesAwayException("Picture " + name + " is being removed", null);
		}
		for (int size : NormalizedPicture.SIZES) {
			this.bucket.put(name.key(size), picture.content(size), NormalizedPicture.CONTENT_TYPE);
		}
	}

	@Override
	public boolean has(UUID organization, String hash) {
		return this.ledger.has(new PictureName(organization, hash));
	}

	@Override
	public Optional<StoredPicture> get(UUID organization, String hash, int size) {
		if (!has(organization, hash) || !NormalizedPicture.SIZES.contains(size)) {
			return Optional.empty();
		}
		return this.table.get(organization, hash, size).or(() -> fromBucket(new PictureName(organization, hash), size));
	}

	private Optional<StoredPicture> fromBucket(PictureName name, int size) {
		Optional<byte[]> content = this.bucket.get(name.key(size));
		if (content.isEmpty()) {
			log.warn("The bucket has no {}", name.key(size));
		}
		return content.map((bytes) -> new StoredPicture(name.hash(), size, NormalizedPicture.CONTENT_TYPE,
				new ByteArrayResource(bytes)));
	}

	@Override
	public void forgetUnused(UUID organization, String hash) {
		PictureName name = new PictureName(organization, hash);
		if (this.ledger.leave(name)) {
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
				@Override
				public void afterCommit() {
					BucketPictureBytes.this.threads.execute(() -> removeNow(name));
				}
			});
		}
	}

	private void removeNow(PictureName name) {
		try {
			if (this.ledger.isIdle(name)) {
				remove(name);
			}
		}
		catch (RuntimeException ex) {
			log.warn("Picture {} is removed later", name, ex);
		}
	}

	private void remove(PictureName name) {
		NormalizedPicture.SIZES.forEach((size) -> this.bucket.delete(name.key(size)));
		this.ledger.left(name);
	}

	@Override
	public void tidy() {
		int removed = 0;
		int moved = 0;
		for (int page = 0; page < PAGES; page++) {
			List<PictureName> leaving = this.ledger.claimLeaving(PAGE / NormalizedPicture.SIZES.size());
			leaving.forEach(this::remove);
			removed += leaving.size();
			List<UnmovedPicture> unmoved = this.ledger.claimUnmoved(PAGE);
			unmoved.forEach(this::move);
			moved += unmoved.size();
			if (leaving.isEmpty() && unmoved.isEmpty()) {
				break;
			}
		}
		if (removed + moved > 0) {
			log.info("Pictures removed from the bucket {}, sizes moved to it {}", removed, moved);
		}
	}

	private void move(UnmovedPicture unmoved) {
		this.bucket.put(unmoved.name().key(unmoved.size()), unmoved.content().getByteArray(),
				NormalizedPicture.CONTENT_TYPE);
		this.ledger.moved(unmoved.name(), unmoved.size());
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
		this.bucket.close();
	}

}
