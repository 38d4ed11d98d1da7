package io.channelkeeper.network.facebook;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.channelkeeper.network.ChannelAddress;
import io.channelkeeper.network.DeadlineSource;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.Loan;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Networks;
import io.channelkeeper.network.Profile;
import io.channelkeeper.network.TokenValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InstagramLookupTests {

	private static final String OWN = "/v25.0/17841400000000011";

	private final FacebookSide facebook = new FacebookSide();

	@AfterEach
	void close() {
		this.facebook.close();
	}

	@Test
	void looksThroughAChannelOfOnesOwn() {
		this.facebook.replies().answer(OWN, 200, """
				{"business_discovery":{"username":"brot.und.salz","name":"Brot und Salz","followers_count":26771,
				"media_count":412,"id":"17841400000000099"},"id":"17841400000000011"}""");
		assertThat(find("brot.und.salz")).hasValueSatisfying((profile) -> {
			assertThat(profile.externalId()).isEqualTo("17841400000000099");
			assertThat(profile.handle()).isEqualTo("brot.und.salz");
			assertThat(profile.figures()).isEqualTo(Map.of("followers", 26771L, "media_count", 412L));
		});
		assertThat(this.facebook.replies().asked()).singleElement().satisfies((asked) -> {
			assertThat(asked.path()).isEqualTo(OWN);
			assertThat(asked.parameters().get("fields")).startsWith("business_discovery.username(brot.und.salz){");
			assertThat(asked.parameters()).containsEntry("access_token", "EAAP1").containsKey("appsecret_proof");
		});
	}

	@Test
	void cannotTellUnknownFromPersonal() {
		this.facebook.replies().answer(OWN, 400, """
				{"error":{"message":"Invalid user id","type":"OAuthException","code":110,"error_subcode":2207013}}""");
		assertThat(find("nobody")).isEmpty();
	}

	@Test
	void saysWhyItCouldNotLook() {
		this.facebook.replies()
			.answer(OWN, 403, "{\"error\":{\"message\":\"(#4) limit\",\"code\":4}}", "Retry-After", "60")
			.answer(OWN, 400, "{\"error\":{\"message\":\"changed\",\"code\":190,\"error_subcode\":460}}")
			.answer(OWN, 200, "{\"id\":\"17841400000000011\"}");
		assertThat(fault()).isInstanceOf(NetworkFault.RateLimited.class);
		assertThat(fault()).isInstanceOf(NetworkFault.TokenRejected.class);
		assertThat(fault()).isInstanceOf(NetworkFault.Unexpected.class);
	}

	@Test
	void asksNothingForAHandleThatIsNone() {
		ChannelAddress odd = new ChannelAddress(new NetworkId("instagram"), "a){id},x(", "a", null,
				java.net.URI.create("https://www.instagram.com/a"));
		assertThat(this.facebook.bean(InstagramLookup.class).find(odd, loan())).isEmpty();
		assertThat(this.facebook.replies().asked()).isEmpty();
	}

	private NetworkFault fault() {
		NetworkFaultException[] thrown = new NetworkFaultException[1];
		assertThatExceptionOfType(NetworkFaultException.class).isThrownBy(() -> find("somebody"))
			.satisfies((ex) -> thrown[0] = ex);
		return thrown[0].fault();
	}

	private Optional<Profile> find(String handle) {
		ChannelAddress address = this.facebook.bean(Networks.class)
			.get(new NetworkId("instagram"))
			.handle(handle)
			.orElseThrow();
		return this.facebook.bean(InstagramLookup.class).find(address, loan());
	}

	private Loan loan() {
		Grant grant = new Grant("90011", null, new TokenValue("EAAL1"), null, null, null, Set.of(), null,
				DeadlineSource.NONE);
		return new Loan(grant, "17841400000000011", new TokenValue("EAAP1"), this.facebook.registration());
	}

}
