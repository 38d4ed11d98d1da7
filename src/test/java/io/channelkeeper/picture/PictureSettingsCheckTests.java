package io.channelkeeper.picture;

import java.time.Clock;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.mock.env.MockEnvironment;

import io.channelkeeper.support.SettingsException;
import io.channelkeeper.support.StartCheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PictureSettingsCheckTests {

	private static final String PREFIX = "channelkeeper.picture.s3.";

	@Test
	void takesAWholeBucketOrNone() {
		assertThat(new PictureSettingsCheck().complaints(new MockEnvironment())).isEmpty();
		assertThat(new PictureSettingsCheck().complaints(whole())).isEmpty();
		assertThat(new PictureSettingsCheck()
			.complaints(whole().withProperty(PREFIX + "endpoint", "http://s3.internal:9000"))).isEmpty();
	}

	@Test
	void takesEmptySettingsForNone() {
		assertThat(new PictureSettingsCheck()
			.complaints(new MockEnvironment().withProperty(PREFIX + "bucket", "").withProperty(PREFIX + "region", " ")))
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "endpoint", "bucket", "access-key", "secret-key" })
	void stopsTheStartWhereOneIsMissing(String key) {
		assertThat(new PictureSettingsCheck().complaints(whole().withProperty(PREFIX + key, ""))).singleElement()
			.asString()
			.startsWith("Set " + PREFIX + key + " too")
			.endsWith(".");
	}

	@Test
	void isAskedBeforeTheStart() {
		MockEnvironment environment = new MockEnvironment().withProperty(PREFIX + "secret-key", "needle");
		assertThatExceptionOfType(SettingsException.class).isThrownBy(() -> StartCheck.check(environment))
			.withMessageContaining(PREFIX + "endpoint, .bucket, .access-key too")
			.withMessageNotContaining("needle");
	}

	@Test
	void choosesTheBucketWhereOneIsSet() {
		PictureBytesConfiguration configuration = new PictureBytesConfiguration();
		JdbcClient jdbc = JdbcClient.create(new SimpleDriverDataSource());
		PictureLedger ledger = new PictureLedger(jdbc, Clock.systemUTC());
		DatabasePictureBytes table = new DatabasePictureBytes(jdbc, ledger, Clock.systemUTC());
		assertThat(configuration.pictureBytes(bucket(""), ledger, table, Clock.systemUTC())).isSameAs(table);
		PictureBytes bytes = configuration.pictureBytes(bucket("pictures"), ledger, table, Clock.systemUTC());
		assertThat(bytes).isInstanceOf(BucketPictureBytes.class);
		((BucketPictureBytes) bytes).close();
	}

	@Test
	void namesAllThatIsMissingInOneSentence() {
		assertThat(new PictureSettingsCheck().complaints(new MockEnvironment().withProperty(PREFIX + "bucket", "p")))
			.singleElement()
			.asString()
			.startsWith("Set " + PREFIX + "endpoint, .access-key, .secret-key too");
	}

	@Test
	void refusesWhatIsNoAddressAndNoAnswer() {
		assertThat(new PictureSettingsCheck().complaints(whole().withProperty(PREFIX + "endpoint", "s3.example.org")
			.withProperty(PREFIX + "path-style", "maybe"))).hasSize(2)
			.anyMatch((complaint) -> complaint.endsWith("that begins with http:// or https://."));
	}

	@Test
	void bindsEverySettingFromTheEnvironment() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
					new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
							Map.of("CHANNELKEEPER_PICTURE_S3_ENDPOINT", "https://s3.example.org",
									"CHANNELKEEPER_PICTURE_S3_REGION", "eu-central-1",
									"CHANNELKEEPER_PICTURE_S3_BUCKET", "pictures", "CHANNELKEEPER_PICTURE_S3_ACCESSKEY",
									"key", "CHANNELKEEPER_PICTURE_S3_SECRETKEY", "needle",
									"CHANNELKEEPER_PICTURE_S3_PATHSTYLE", "false")));
		PictureBucketProperties settings = Binder.get(environment)
			.bind("channelkeeper.picture.s3", PictureBucketProperties.class)
			.get();
		assertThat(settings).isEqualTo(new PictureBucketProperties("https://s3.example.org", "eu-central-1", "pictures",
				"key", "needle", "false"));
		assertThat(settings.isPathStyle()).isFalse();
		assertThat(settings.toString()).doesNotContain("needle");
	}

	private static PictureBucketProperties bucket(String name) {
		return new PictureBucketProperties("http://localhost:1", "", name, "key", "secret", "");
	}

	private static MockEnvironment whole() {
		return new MockEnvironment().withProperty(PREFIX + "endpoint", "https://s3.example.org")
			.withProperty(PREFIX + "bucket", "pictures")
			.withProperty(PREFIX + "access-key", "key")
			.withProperty(PREFIX + "secret-key", "secret");
	}

}
