package io.channelkeeper.picture;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A bucket of an S3 server. Every call ends within a time that is known beforehand, and
 * none is made while a database transaction is open. A server that failed is left alone
 * for 5 seconds, so that a page of pictures does not wait for each of them. Calls throw
 * {@link PicturesAwayException} where they fail.
 */
class PictureBucket implements AutoCloseable {

	private static final Duration REST = Duration.ofSeconds(5);

	private final String bucket;

	private final S3Client client;

	private final Clock clock;

	private volatile Instant restsUntil = Instant.MIN;

	/**
	 * A bucket that exists.
	 * @param connectWithin until the connection stands
	 * @param answerWithin for a whole call, another attempt included
	 */
	PictureBucket(PictureBucketProperties settings, Duration connectWithin, Duration answerWithin, Clock clock) {
		this.clock = clock;
		this.bucket = settings.bucket().strip();
		this.client = S3Client.builder()
			.endpointOverride(URI.create(settings.endpoint().strip()))
			.region(Region.of(settings.signingRegion()))
			.forcePathStyle(settings.isPathStyle())
			.credentialsProvider(StaticCredentialsProvider
				.create(AwsBasicCredentials.create(settings.accessKey().strip(), settings.secretKey().strip())))
			.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
			.responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
			.httpClient(UrlConnectionHttpClient.builder()
				.connectionTimeout(connectWithin)
				.socketTimeout(answerWithin)
				.build())
			.overrideConfiguration(
					(all) -> all.apiCallTimeout(answerWithin).retryStrategy((some) -> some.maxAttempts(2)))
			.build();
	}

	/** Puts an object, over one that is there. */
	void put(String key, byte[] content, String contentType) {
		call(() -> this.client.putObject((put) -> put.bucket(this.bucket).key(key).contentType(contentType),
				RequestBody.fromBytes(content)));
	}

	/** Reads an object, if it is there. */
	Optional<byte[]> get(String key) {
		return call(() -> {
			try {
				return Optional
					.of(this.client.getObjectAsBytes((get) -> get.bucket(this.bucket).key(key)).asByteArray());
			}
			catch (NoSuchKeyException ex) {
				return Optional.empty();
			}
		});
	}

	/** Removes an object, if it is there. */
	void delete(String key) {
		call(() -> this.client.deleteObject((delete) -> delete.bucket(this.bucket).key(key)));
	}

	private <T> T call(Supplier<T> call) {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("A bucket is not called inside of a transaction");
		}
		if (this.clock.instant().isBefore(this.restsUntil)) {
			throw new PicturesAwayException("Bucket " + this.bucket + " failed a moment ago", null);
		}
		try {
			return call.get();
		}
		catch (SdkException ex) {
			this.restsUntil = this.clock.instant().plus(REST);
			throw new PicturesAwayException("Bucket " + this.bucket + " does not do as told", ex);
		}
	}

	@Override
	public void close() {
		this.client.close();
	}

}
