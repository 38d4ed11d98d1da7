package io.channelkeeper.network.facebook;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.channelkeeper.network.ChannelKind;
import io.channelkeeper.network.DeadlineSource;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.network.FarSide;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Networks;
import io.channelkeeper.network.Reach;
import io.channelkeeper.network.SignInFailedException;
import io.channelkeeper.network.SignInWay;
import io.channelkeeper.network.TokenValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FacebookPagesTests {

	private static final NetworkId FACEBOOK = new NetworkId("facebook");

	private static final String ACCOUNTS = "/v25.0/me/accounts";

	private final FacebookSide facebook = new FacebookSide();

	@AfterEach
	void close() {
		this.facebook.close();
	}

	@Test
	void asksForNothingThatCouldPost() {
		assertThat(this.facebook.bean(Networks.class).ways(FACEBOOK)).singleElement()
			.extracting(SignInWay::permissions)
			.asInstanceOf(
					org.assertj.core.api.InstanceOfAssertFactories.list(io.channelkeeper.network.Permission.class))
			.extracting(io.channelkeeper.network.Permission::scope)
			.containsExactly("pages_show_list", "pages_read_engagement", "read_insights");
	}

	@Test
	void readsAPageAsAChannel() {
		replies().answer(ACCOUNTS, 200,
				page("\"username\":\"anakocht\",\"tasks\":[\"ANALYZE\"],\"is_published\":true,"
						+ "\"followers_count\":8120,\"fan_count\":\"7900\",\"picture\":{\"data\":{\"url\":"
						+ "\"https://scontent.x.fbcdn.net/a.jpg?oh=00_A&oe=6A25351E\",\"is_silhouette\":false}}"));
		assertThat(reach().channels()).singleElement().satisfies((channel) -> {
			assertThat(channel.obstacle()).isNull();
			assertThat(channel.token()).isEqualTo(new TokenValue("EAAP1"));
			assertThat(channel.profile().network()).isEqualTo(FACEBOOK);
			assertThat(channel.profile().externalId()).isEqualTo("20011");
			assertThat(channel.profile().handle()).isEqualTo("anakocht");
			assertThat(channel.profile().isPublic()).isTrue();
			assertThat(channel.profile().figures()).isEqualTo(Map.of("followers", 8120L, "fan_count", 7900L));
			assertThat(channel.profile().picture())
				.isEqualTo(URI.create("https://scontent.x.fbcdn.net/a.jpg?oh=00_A&oe=6A25351E"));
		});
		assertThat(replies().asked(ACCOUNTS)).singleElement()
			.satisfies((asked) -> assertThat(asked.parameters().get("fields")).contains("picture.type(large)")
				.doesNotContain("instagram"));
	}

	@Test
	void callsAPageWithoutANameByItsNumber() {
		replies().answer(ACCOUNTS, 200, "{\"data\":[{\"id\":20011,\"name\":\"1984\",\"fan_count\":3,"
				+ "\"picture\":{\"data\":{\"url\":\"https://x.fbcdn.net/s.jpg\",\"is_silhouette\":true}}}]}");
		assertThat(reach().channels()).singleElement().satisfies((channel) -> {
			assertThat(channel.profile().handle()).isEqualTo("20011");
			assertThat(channel.profile().figures()).isEqualTo(Map.of("followers", 3L, "fan_count", 3L));
			assertThat(channel.profile().isPublic()).isNull();
			assertThat(channel.profile().picture()).isNull();
			assertThat(channel.token()).isNull();
		});
	}

	@Test
	@DisplayName("B-4: what stands in the way of a page is named")
	void namesWhatStandsInTheWay() {
		replies().answer(ACCOUNTS, 200, page("\"is_published\":false"))
			.answer(ACCOUNTS, 200, page("\"tasks\":[\"MODERATE\"]"))
			.answer(ACCOUNTS, 200, "{\"data\":[]}");
		assertThat(reach().channels().getFirst().obstacle())
			.isEqualTo(Diagnosis.of(DiagnosisKind.PAGE_NOT_PUBLISHED, "page", "Ana Kocht"));
		assertThat(reach().channels().getFirst().obstacle())
			.isEqualTo(Diagnosis.of(DiagnosisKind.ROLE_TOO_SMALL, "page", "Ana Kocht"));
		assertThat(reach()).isEqualTo(new Reach(List.of(), Diagnosis.of(DiagnosisKind.NO_PAGE).at(FACEBOOK)));
	}

	@Test
	void walksThroughBusinessesOnlyWhereThatWasGranted() {
		replies().answer(ACCOUNTS, 200, page("\"username\":\"anakocht\""))
			.answer("/v25.0/me/businesses", 200, "{\"data\":[{\"id\":\"30001\",\"name\":\"Group\"}]}")
			.answer("/v25.0/30001/owned_pages", 200,
					"{\"data\":[{\"id\":\"20062\",\"name\":\"Spa\"},{\"id\":\"20011\"}]}")
			.answer("/v25.0/30001/client_pages", 200, "{\"data\":[{\"id\":\"20063\",\"name\":\"Café\"}]}");
		assertThat(reach().channels()).hasSize(1);
		assertThat(replies().asked("/v25.0/me/businesses")).isEmpty();
		assertThat(reach("business_management").channels()).extracting((channel) -> channel.profile().externalId())
			.containsExactly("20011", "20062", "20063");
		assertThat(replies().asked("/v25.0/30001/owned_pages")).singleElement()
			.satisfies((asked) -> assertThat(asked.parameters()).containsKeys("access_token", "appsecret_proof"));
	}

	@Test
	@DisplayName("N-5: nonsense is Facebook's trouble")
	void survivesNonsense() {
		replies().answer(ACCOUNTS, 200, "<html></html>")
			.answer(ACCOUNTS, 200, "{\"data\":{}}")
			.answer(ACCOUNTS, 200, "{\"error\":{\"code\":2,\"message\":\"x\"}}");
		for (int turn = 0; turn < 3; turn++) {
			assertThatExceptionOfType(SignInFailedException.class).isThrownBy(this::reach)
				.satisfies((ex) -> assertThat(ex.diagnosis()).isEqualTo(Diagnosis.of(DiagnosisKind.NETWORK_DOWN)));
		}
	}

	@Test
	@DisplayName("M-30: a watched page is announced ten days before only")
	void warnsOnceOfAWatchedPage() {
		Networks networks = this.facebook.bean(Networks.class);
		assertThat(networks.get(FACEBOOK).warningDays(ChannelKind.MONITORED)).containsExactly(10);
		assertThat(networks.get(FACEBOOK).warningDays(ChannelKind.PAID)).containsExactly(10, 5, 1, 0);
		assertThat(networks.get(new NetworkId("instagram")).warningDays(ChannelKind.MONITORED)).containsExactly(10, 1,
				0);
	}

	private static String page(String fields) {
		return "{\"data\":[{\"id\":\"20011\",\"name\":\"Ana Kocht\",\"access_token\":\"EAAP1\",\"unheard_of\":[{}],"
				+ fields + "}]}";
	}

	private Reach reach(String... scopes) {
		Grant grant = new Grant("90011", null, new TokenValue("EAAL1"), null, null, null, Set.of(scopes), null,
				DeadlineSource.NONE);
		return this.facebook.provider().reach(grant, FACEBOOK, this.facebook.registration());
	}

	private FarSide replies() {
		return this.facebook.replies();
	}

}
