package io.channelkeeper.picture;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A real S3 server (S3Proxy), which keeps all in memory and believes signatures only. Its
 * classes stand beside the tests' classpath, where the build has put them: the XML mapper
 * among them would change what the application under test answers.
 */
public final class BucketServer implements AutoCloseable {

	static final String ACCESS_KEY = "channelkeeper";

	static final String SECRET_KEY = "practice-secret";

	private static final Path JARS = Path.of("target", "s3-server");

	private final Object server;

	BucketServer() {
		try {
			ClassLoader loader = new URLClassLoader(jars(), BucketServer.class.getClassLoader());
			Class<?> proxy = loader.loadClass("org.gaul.s3proxy.S3Proxy");
			Object builder = loader.loadClass("org.gaul.s3proxy.S3Proxy$Builder")
				.getMethod("fromProperties", Properties.class)
				.invoke(null, settings());
			Object store = loader.loadClass("org.gaul.s3proxy.BlobStores")
				.getMethod("create", String.class, Properties.class)
				.invoke(null, "transient", settings());
			builder.getClass()
				.getMethod("blobStore", loader.loadClass("org.gaul.s3proxy.blobstore.BlobStore"))
				.invoke(builder, store);
			this.server = builder.getClass().getMethod("build").invoke(builder);
			proxy.getMethod("start").invoke(this.server);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	String endpoint() {
		try {
			return "http://127.0.0.1:" + this.server.getClass().getMethod("getPort").invoke(this.server);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Settings of a bucket here. */
	PictureBucketProperties settings(String bucket, String secretKey) {
		return new PictureBucketProperties(endpoint(), "", bucket, ACCESS_KEY, secretKey, "");
	}

	/** Makes a bucket, as its owner would. */
	void make(String bucket) {
		try (S3Client client = S3Client.builder()
			.endpointOverride(URI.create(endpoint()))
			.region(Region.US_EAST_1)
			.forcePathStyle(true)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)))
			.build()) {
			client.createBucket((create) -> create.bucket(bucket));
		}
	}

	private static Properties settings() {
		Properties settings = new Properties();
		settings.setProperty("s3proxy.endpoint", "http://127.0.0.1:0");
		settings.setProperty("s3proxy.authorization", "aws-v4");
		settings.setProperty("s3proxy.identity", ACCESS_KEY);
		settings.setProperty("s3proxy.credential", SECRET_KEY);
		return settings;
	}

	private static URL[] jars() {
		File[] jars = Objects.requireNonNull(JARS.toFile().listFiles(),
				"No S3 server in target/s3-server: ./mvnw generate-test-resources puts it there");
		return Arrays.stream(jars).map(File::toURI).map(BucketServer::url).toArray(URL[]::new);
	}

	private static URL url(URI file) {
		try {
			return file.toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.server.getClass().getMethod("stop").invoke(this.server);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
