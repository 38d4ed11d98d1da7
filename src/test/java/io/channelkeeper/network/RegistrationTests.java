package io.channelkeeper.network;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.oauth2.client.registration.ClientRegistration;

import io.channelkeeper.support.SettingsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

class RegistrationTests {

	private static final String REGISTRATION = "spring.security.oauth2.client.registration.facebook.";

	private static final String PROVIDER = "spring.security.oauth2.client.provider.facebook.";

	private static final ProviderId FACEBOOK = new ProviderId("facebook");

	private final Map<String, Object> settings = new LinkedHashMap<>(
			Map.of("channelkeeper.base-url", "https://channels.example.org/"));

	@Test
	void offersNothingWithoutCredentials() {
		try (var context = TestNetworks.with(this.settings)) {
			assertThat(context.getBean(Networks.class).offered()).isEmpty();
			assertThat(context.getBean(Networks.class).all()).hasSize(7);
			assertThat(context.getBean(SignInProviders.class).configured(FACEBOOK)).isFalse();
		}
	}

	@Test
	void offersWhatHasCredentials() {
		complete();
		try (var context = TestNetworks.with(this.settings)) {
			Networks networks = context.getBean(Networks.class);
			assertThat(networks.offered()).extracting(Network::name).containsExactly("Facebook", "Instagram");
			assertThat(networks.ways(new NetworkId("instagram"))).singleElement()
				.satisfies((way) -> assertThat(way.provider()).isEqualTo(FACEBOOK));
			assertThat(networks.ways(new NetworkId("facebook"))).hasSize(1);
			assertThat(networks.ways(new NetworkId("x"))).isEmpty();
		}
	}

	@Test
	void sendsEverybodyBackToOneAddress() {
		complete();
		try (var context = TestNetworks.with(this.settings)) {
			ClientRegistration registration = context.getBean(SignInProviders.class).registration(FACEBOOK);
			assertThat(registration.getRedirectUri()).isEqualTo("https://channels.example.org/oauth/callback/facebook");
			assertThat(registration.getProviderDetails().getAuthorizationUri())
				.isEqualTo("https://www.facebook.com/v25.0/dialog/oauth");
			assertThat(registration.getClientSettings().isRequireProofKey()).isFalse();
		}
	}

	@Test
	void takesLoginAddressesOfTheOperator() {
		complete();
		this.settings.put(PROVIDER + "token-uri", "http://localhost:9090/token");
		try (var context = TestNetworks.with(this.settings)) {
			assertThat(context.getBean(SignInProviders.class).registration(FACEBOOK).getProviderDetails().getTokenUri())
				.isEqualTo("http://localhost:9090/token");
		}
	}

	@Test
	void treatsEmptyCredentialsAsNone() {
		this.settings.put(REGISTRATION + "client-id", "");
		this.settings.put(REGISTRATION + "client-secret", "");
		try (var context = TestNetworks.with(this.settings)) {
			assertThat(context.getBean(SignInProviders.class).configured()).isEmpty();
		}
	}

	@Test
	void complainsOfHalfARegistrationBeforeTheStart() {
		MockEnvironment environment = new MockEnvironment().withProperty(REGISTRATION + "client-id", "1");
		assertThat(new NetworkSettingsCheck().complaints(environment)).singleElement()
			.asString()
			.startsWith("Set " + REGISTRATION + "client-secret too")
			.endsWith(".");
	}

	@Test
	void complainsOfWrongLoginAddresses() {
		MockEnvironment environment = new MockEnvironment().withProperty(PROVIDER + "token-uri", "graph.facebook.com");
		assertThat(new NetworkSettingsCheck().complaints(environment)).singleElement()
			.asString()
			.contains(PROVIDER + "token-uri");
	}

	@Test
	void refusesAProviderThatNobodyKnows() {
		this.settings.put("spring.security.oauth2.client.registration.facebok.client-id", "1");
		this.settings.put("spring.security.oauth2.client.registration.facebok.client-secret", "s");
		assertThatException().isThrownBy(() -> TestNetworks.with(this.settings))
			.havingRootCause()
			.isInstanceOf(SettingsException.class)
			.withMessageContaining("facebok");
	}

	@Test
	void bindsEverySettingFromTheEnvironment() {
		Map<String, Object> variables = Map.of("CHANNELKEEPER_BASEURL", "https://channels.example.org",
				"SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_FACEBOOK_CLIENTID", "1",
				"SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_FACEBOOK_CLIENTSECRET", "s",
				"SPRING_SECURITY_OAUTH2_CLIENT_PROVIDER_FACEBOOK_TOKENURI", "http://localhost:9090/token",
				"CHANNELKEEPER_PROVIDER_FACEBOOK_CONFIGID", "7700", "CHANNELKEEPER_NETWORK_GOOGLEBUSINESS_PICTUREHOSTS",
				"http://localhost:9090,i.example");
		try (var context = TestNetworks.withEnvironment(variables)) {
			SignInProviders providers = context.getBean(SignInProviders.class);
			assertThat(providers.registration(FACEBOOK).getProviderDetails().getTokenUri())
				.isEqualTo("http://localhost:9090/token");
			Map<String, Object> parameters = new LinkedHashMap<>();
			providers.get(FACEBOOK).dress(parameters, new AuthorizationWish(Set.of(), false));
			assertThat(parameters).containsEntry("config_id", "7700");
			assertThat(context.getBean(Networks.class).get(new NetworkId("google-business")).pictureHosts())
				.containsExactly("http://localhost:9090", "i.example");
		}
	}

	private void complete() {
		this.settings.put(REGISTRATION + "client-id", "1");
		this.settings.put(REGISTRATION + "client-secret", "s");
	}

}
