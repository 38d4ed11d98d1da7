package io.channelkeeper.network.linkedin;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;

import io.channelkeeper.network.CodeExchange;
import io.channelkeeper.network.DeadlineSource;
import io.channelkeeper.network.FarSide;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.PublicLookup;
import io.channelkeeper.network.Reach;
import io.channelkeeper.network.SignInProvider;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.network.TestNetworks;
import io.channelkeeper.network.TokenValue;

/**
 * The provider on one side, LinkedIn's answers over real HTTP on the other.
 */
final class LinkedInScene implements AutoCloseable {

	static final String TOKEN = "/oauth/v2/accessToken";

	static final String INTROSPECT = "/oauth/v2/introspectToken";

	static final String REVOKE = "/oauth/v2/revoke";

	static final String ROLES = "/rest/organizationAcls";

	static final Set<String> SCOPES = Set.of("r_basicprofile", "rw_organization_admin");

	static final Instant ACCESS_END = Instant.parse("2027-01-20T12:00:00Z");

	static final Instant REFRESH_END = Instant.parse("2027-11-01T12:00:00Z");

	private static final ProviderId ID = new ProviderId("linkedin");

	final FarSide linkedIn = new FarSide();

	final Map<String, Object> settings = new LinkedHashMap<>();

	private @Nullable AnnotationConfigApplicationContext context;

	LinkedInScene() {
		String address = this.linkedIn.address();
		this.settings.put("channelkeeper.base-url", "https://channels.example.org");
		this.settings.put("channelkeeper.network.linkedin.api-url", address);
		this.settings.put("channelkeeper.network.answer-within", "700ms");
		this.settings.put("channelkeeper.provider.linkedin.introspect-url", address + INTROSPECT);
		this.settings.put("channelkeeper.provider.linkedin.revoke-url", address + REVOKE);
		this.settings.put("channelkeeper.provider.linkedin.ask-again-after", "1ms");
		this.settings.put("spring.security.oauth2.client.registration.linkedin.client-id", "77a");
		this.settings.put("spring.security.oauth2.client.registration.linkedin.client-secret", "secret");
		this.settings.put("spring.security.oauth2.client.provider.linkedin.token-uri", address + TOKEN);
	}

	/** The next answer at a path in place of any before. */
	LinkedInScene now(String path, int status, String body) {
		this.linkedIn.forget(path).answer(path, status, body);
		return this;
	}

	/** A member who is called Ana Kocht. */
	LinkedInScene ana() {
		return now("/v2/me", 200,
				"""
						{"id":"Ab1","vanityName":"ana-kocht","localizedFirstName":"Ana","localizedLastName":"Kocht","profilePicture":
						{"displayImage":"urn:li:digitalmediaAsset:C4","displayImage~":{"elements":[
						{"identifiers":[{"identifier":"https://media.licdn.com/small.jpg?e=1&t=a"}]},
						{"identifiers":[{"identifier":"https://media.licdn.com/large.jpg?e=1&t=b"}]}]}}}""");
	}

	/** A page that its member administers. */
	LinkedInScene page(String id, String fields) {
		now("/rest/organizations/" + id, 200, "{\"id\":" + id + "," + fields + "}");
		return now("/rest/networkSizes/urn:li:organization:" + id, 200, "{\"firstDegreeSize\":12850}");
	}

	/** One line of {@link #roles}. */
	static String role(String id, String role, String state) {
		return """
				{"role":"%s","organization":"urn:li:organization:%s","roleAssignee":"urn:li:person:Ab1","state":"%s"}"""
			.formatted(role, id, state);
	}

	LinkedInScene roles(String... lines) {
		return now(ROLES, 200,
				"{\"elements\":[" + String.join(",", lines) + "],\"paging\":{\"start\":0,\"count\":100,\"links\":[]}}");
	}

	Grant signIn(String tokenAnswer) {
		now(TOKEN, 200, tokenAnswer);
		return complete(exchange("A#b+c/d=&e"));
	}

	/** Through Spring Security, as the application goes. */
	OAuth2AccessTokenResponse exchange(String code) {
		return CodeExchange.answer(CodeExchange.signIn(provider(), registration(), code));
	}

	Grant complete(OAuth2AccessTokenResponse response) {
		return provider().complete(response, registration());
	}

	Reach reach() {
		return provider().reach(grant("AQR1"), new NetworkId("linkedin"), registration());
	}

	/** A login as it was kept; without a refresh token where that is null. */
	static Grant grant(@Nullable String refresh) {
		return new Grant("Ab1", "Ana Kocht", new TokenValue("AQX1"), ACCESS_END,
				(refresh != null) ? new TokenValue(refresh) : null, (refresh != null) ? REFRESH_END : null, SCOPES,
				(refresh != null) ? REFRESH_END : ACCESS_END, DeadlineSource.REPORTED);
	}

	static String life(Duration time) {
		return String.valueOf(time.toSeconds());
	}

	ClientRegistration registration() {
		return context().getBean(SignInProviders.class).registration(ID);
	}

	SignInProvider provider() {
		return context().getBean(SignInProviders.class).get(ID);
	}

	PublicLookup lookup() {
		return context().getBean(LinkedInLookup.class);
	}

	@Override
	public void close() {
		this.linkedIn.close();
		if (this.context != null) {
			this.context.close();
		}
	}

	private AnnotationConfigApplicationContext context() {
		if (this.context == null) {
			this.context = TestNetworks.with(this.settings);
		}
		return this.context;
	}

}
