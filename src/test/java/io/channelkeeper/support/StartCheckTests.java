package io.channelkeeper.support;

import java.security.GeneralSecurityException;

import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StartCheckTests {

	private final MockEnvironment environment = new MockEnvironment();

	@Test
	void namesEveryMissingSettingAtOnce() {
		assertThatExceptionOfType(SettingsException.class).isThrownBy(() -> StartCheck.check(this.environment))
			.satisfies((ex) -> assertThat(String.join("\n", ex.complaints())).contains("spring.datasource.url",
					"channelkeeper.base-url", "channelkeeper.encryption.keyset", "spring.mail.host",
					"channelkeeper.mail.from"))
			.satisfies((ex) -> assertThat(ex.complaints()).hasSize(5).allMatch((line) -> line.endsWith(".")));
	}

	@Test
	void acceptsACompleteSet() throws GeneralSecurityException {
		complete();
		assertThatCode(() -> StartCheck.check(this.environment)).doesNotThrowAnyException();
	}

	@Test
	void refusesAKeysetThatCannotBeRead() throws GeneralSecurityException {
		complete();
		this.environment.setProperty("channelkeeper.encryption.keyset", "bm90IGEga2V5c2V0");
		assertThatExceptionOfType(SettingsException.class).isThrownBy(() -> StartCheck.check(this.environment))
			.withMessageContaining("no readable keyset");
	}

	@Test
	void refusesABaseUrlThatIsNoAddress() throws GeneralSecurityException {
		complete();
		this.environment.setProperty("channelkeeper.base-url", "channels.example.com");
		assertThatExceptionOfType(SettingsException.class).isThrownBy(() -> StartCheck.check(this.environment))
			.withMessageContaining("channelkeeper.base-url");
	}

	@Test
	void refusesALimitOfMailsThatIsNone() throws GeneralSecurityException {
		complete();
		this.environment.setProperty("channelkeeper.mail.per-minute", "-1");
		assertThatExceptionOfType(SettingsException.class).isThrownBy(() -> StartCheck.check(this.environment))
			.withMessageContaining("channelkeeper.mail.per-minute");
	}

	private void complete() throws GeneralSecurityException {
		this.environment.setProperty("spring.datasource.url", "jdbc:postgresql://localhost/channelkeeper");
		this.environment.setProperty("channelkeeper.base-url", "https://channels.example.com");
		this.environment.setProperty("channelkeeper.encryption.keyset", Sealer.newKeyset());
		this.environment.setProperty("spring.mail.host", "localhost");
		this.environment.setProperty("channelkeeper.mail.from", "team@example.com");
	}

}
