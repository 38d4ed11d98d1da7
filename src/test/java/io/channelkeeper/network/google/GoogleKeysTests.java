package io.channelkeeper.network.google;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import io.channelkeeper.network.FarSide;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.RemoteClients;
import io.channelkeeper.network.TestNetworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The keys that Google signs security events with, read from where it says they are.
 */
class GoogleKeysTests {

	private static final String WHERE = "/.well-known/risc-configuration";

	private static final String KEYS = "{\"keys\":[{\"kid\":\"k1\",\"kty\":\"RSA\",\"alg\":\"RS256\",\"n\":\"sXchDaQebHnPiGvyDOAT4saGEUetSyo9MKLOoWFsueri23bOdgWp4Dy1Wl"
			+ "UzewbgBHod5pcM9H95GQRV3JDXboIRROSBigeC5yjU1hGzHHyXss8UDprecbAYxknTcQkhslANGRUZmdTOQ5qTRsLAt6BTYuyvVRdhS8exSZEy_c4gs_7svlJJQ4H9_NxsiIoLwAEk7-Q3UXER"
			+ "GYw_75IDrGA84-lA_-Ct4eTlXHBIY2EaV7t7LjJaynVJCpkv4LKjTTAumiGUIuQhrNhZLuF_RJLqHpM2kgWFLU7-VTdL1VbC2tejvcI2BlMkEpk1BzBZI0KQB0GaDWFLN-aEAw3vRw\","
			+ "\"e\":\"AQAB\"},{\"kid\":\"k2\",\"kty\":\"EC\"},{\"kty\":\"RSA\"}]}";

	private final FarSide google = new FarSide();

	private final AnnotationConfigApplicationContext context = TestNetworks
		.with(Map.of("channelkeeper.base-url", "https://channels.example.org"));

	private final Moving clock = new Moving();

	@AfterEach
	void close() {
		this.google.close();
		this.context.close();
	}

	@Test
	void asksTheIssuerWhereTheyAre() {
		this.google.answer(WHERE, 200, "{\"jwks_uri\":\"" + this.google.address() + "/certs\"}");
		this.google.answer("/certs", 200, KEYS);
		GoogleKeys keys = keys(null);
		assertThat(keys.find("k1")).isNotNull();
		assertThat(keys.find("k2")).isNull();
		assertThat(keys.find("k1")).isNotNull();
		assertThat(this.google.asked("/certs")).hasSize(1);
	}

	@Test
	@DisplayName("names that somebody makes up lead to one question a minute")
	void asksOnceAMinuteAtMost() {
		this.google.answer("/certs", 200, KEYS);
		GoogleKeys keys = keys(this.google.address() + "/certs");
		for (int number = 0; number < 20; number++) {
			assertThat(keys.find("made-up-" + number)).isNull();
		}
		assertThat(this.google.asked("/certs")).hasSize(1);
		this.clock.now = this.clock.now.plus(Duration.ofSeconds(61));
		assertThat(keys.find("made-up")).isNull();
		assertThat(this.google.asked("/certs")).hasSize(2);
	}

	@Test
	void readsThemAnewEveryDay() {
		this.google.answer("/certs", 200, KEYS).answer("/certs", 200, KEYS.replace("k1", "k3"));
		GoogleKeys keys = keys(this.google.address() + "/certs");
		assertThat(keys.find("k1")).isNotNull();
		this.clock.now = this.clock.now.plus(Duration.ofDays(1));
		assertThat(keys.find("k1")).isNull();
		assertThat(keys.find("k3")).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "<html>", "{}", "{\"keys\":[]}", "{\"keys\":[{\"kid\":\"k1\",\"kty\":\"EC\"}]}", "" })
	void takesNoNonsenseForKeys(String answer) {
		this.google.answer("/certs", 200, answer);
		GoogleKeys keys = keys(this.google.address() + "/certs");
		for (int time = 0; time < 3; time++) {
			assertThatExceptionOfType(NetworkFaultException.class).isThrownBy(() -> keys.find("k1"));
		}
		assertThat(this.google.asked("/certs")).hasSize(1);
		this.google.forget().answer("/certs", 200, KEYS);
		this.clock.now = this.clock.now.plus(Duration.ofSeconds(61));
		assertThat(keys.find("k1")).isNotNull();
	}

	@Test
	void followsNoIssuerToAnotherScheme() {
		this.google.answer(WHERE, 200, "{\"jwks_uri\":\"https://localhost:1/certs\"}");
		assertThatExceptionOfType(NetworkFaultException.class).isThrownBy(() -> keys(null).find("k1"));
	}

	private GoogleKeys keys(@Nullable String address) {
		return new GoogleKeys(this.context.getBean(RemoteClients.class), new GoogleProviderProperties(
				URI.create("http://localhost:1"), URI.create(this.google.address()), address), this.clock);
	}

	/** A clock that a test moves. */
	private static final class Moving extends Clock {

		private Instant now = TestNetworks.NOW;

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
