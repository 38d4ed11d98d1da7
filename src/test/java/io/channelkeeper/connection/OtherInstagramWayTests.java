package io.channelkeeper.connection;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import practice.instagram.InstagramLife;

import org.springframework.beans.factory.annotation.Autowired;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.network.ProviderId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * One Instagram channel goes from one way of signing in to the other and stays the same
 * channel (N-4).
 */
class OtherInstagramWayTests extends SignInScene {

	private static final ProviderId FACEBOOK = new ProviderId("facebook");

	private static final ProviderId INSTAGRAM = new ProviderId("instagram");

	private static final String BY_PAGE = "List of your pages";

	private static final String BY_LOGIN = "Renews itself";

	@Autowired
	ConnectionUpkeep upkeep;

	@ParameterizedTest(name = "from {0} to {2}")
	@DisplayName("N-4: same channel, the old login gives way and is erased, the figures stay")
	@CsvSource({ "facebook, lotte, instagram, lotteberg", "instagram, lotteberg, facebook, lotte" })
	void movesToTheOtherWay(String first, String who, String second, String whoThen) {
		UUID id = channel("lotteberg");
		assertThat(connect(id, new ProviderId(first), who).diagnosis()).isNull();
		UUID before = login(id);
		NETWORKS.facebook().setFollowers("lotteberg", 13_000);
		assertThat(connect(id, new ProviderId(second), whoThen).diagnosis()).isNull();
		Channel known = within(() -> this.channels.get(id));
		assertThat(known.externalId()).isEqualTo("17841400000000021");
		assertThat(known.followers()).isEqualTo(13_000);
		assertThat(count("channel")).isEqualTo(1);
		assertThat(amounts(id)).containsExactly(12_800L, 13_000L);
		assertThat(standing(id).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(standing(id).granted())
			.allMatch((key) -> key.startsWith("permission." + second + "."), "of the new way")
			.isNotEmpty();
		assertThat(login(id)).isNotEqualTo(before);
		assertThat(provider(id)).isEqualTo(second);
		assertThat(isErased(before)).isTrue();
		assertThat(count("social_login where access_token is not null and organization_id")).isEqualTo(1);
		assertThat(this.events.stream(ChannelConnected.class)).extracting(ChannelConnected::channelId)
			.containsExactly(id, id);
		assertThat(this.events.stream(ChannelDisconnected.class)).isEmpty();
	}

	@Test
	@DisplayName("B-6: the page’s access goes back to Facebook, Instagram’s own stays")
	void givesBackThePagesAccess() {
		UUID id = channel("lotteberg");
		connect(id, FACEBOOK, "lotte");
		connect(id, INSTAGRAM, "lotteberg");
		assertThat(NETWORKS.facebook().hasApp("lotte")).isTrue();
		this.upkeep.round();
		assertThat(NETWORKS.facebook().hasApp("lotte")).isFalse();
		assertThat(NETWORKS.life(InstagramLife.class).hasApp("lotteberg")).isTrue();
		assertThat(count("access_return")).isZero();
		assertThat(standing(id).state()).isEqualTo(ConnectionState.CONNECTED);
	}

	@Test
	@DisplayName("B-6: Instagram takes nothing back, so what was kept here is erased")
	void forgetsInstagramsAccess() {
		UUID id = channel("lotteberg");
		connect(id, INSTAGRAM, "lotteberg");
		connect(id, FACEBOOK, "lotte");
		this.upkeep.round();
		assertThat(count("access_return")).isZero();
		assertThat(NETWORKS.facebook().hasApp("lotte")).isTrue();
		assertThat(this.jdbc.sql("select channel_token is not null from connection where channel_id = ?")
			.param(id)
			.query(Boolean.class)
			.single()).isTrue();
	}

	@Test
	@DisplayName("B-6, H-7: access that another channel hangs on stays, and takes nothing back")
	void keepsWhatAnotherChannelHangsOn() {
		UUID iris = channel("irisdemir");
		UUID travels = channel("iris.travels");
		connect(iris, FACEBOOK, "iris");
		connect(travels, FACEBOOK, "iris");
		assertThat(login(travels)).isEqualTo(login(iris));
		connect(iris, INSTAGRAM, "irisdemir");
		this.upkeep.round();
		assertThat(NETWORKS.facebook().hasApp("iris")).isTrue();
		assertThat(standing(travels).state()).isEqualTo(ConnectionState.CONNECTED);
		connect(travels, FACEBOOK, "iris");
		assertThat(provider(iris)).isEqualTo("instagram");
		assertThat(provider(travels)).isEqualTo("facebook");
		within(() -> this.connections.disconnect(this.viewer, travels));
		assertThat(NETWORKS.facebook().hasApp("iris")).isFalse();
		assertThat(standing(iris).state()).isEqualTo(ConnectionState.CONNECTED);
	}

	@Test
	@DisplayName("N-4: an account that is somebody else’s changes nothing")
	void leavesEverythingAfterTheWrongAccount() {
		UUID id = channel("lotteberg");
		connect(id, FACEBOOK, "lotte");
		UUID before = login(id);
		assertThat(kind(connect(id, INSTAGRAM, "milanovak"))).hasToString("OTHER_ACCOUNT");
		this.upkeep.round();
		assertThat(login(id)).isEqualTo(before);
		assertThat(standing(id).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(NETWORKS.facebook().hasApp("lotte")).isTrue();
	}

	@Test
	@DisplayName("N-4: it is the account’s number that counts, not its name")
	void knowsTheChannelByItsNumber() {
		UUID id = channel("lotteberg");
		connect(id, FACEBOOK, "lotte");
		NETWORKS.life(InstagramLife.class).rename("lotteberg", "lotte.cooks");
		NETWORKS.life(InstagramLife.class).rename("milanovak", "lotteberg");
		assertThat(kind(connect(id, INSTAGRAM, "17841400000000022"))).hasToString("OTHER_ACCOUNT");
		assertThat(connect(id, INSTAGRAM, "lotte.cooks").diagnosis()).isNull();
		assertThat(provider(id)).isEqualTo("instagram");
		assertThat(within(() -> this.channels.get(id)).handle()).isEqualTo("lotte.cooks");
	}

	@Test
	@DisplayName("N-4, P-3: the desk shows the new way with its permissions and its end")
	void showsTheNewWay() throws Exception {
		UUID id = channel("lotteberg");
		connect(id, FACEBOOK, "lotte");
		assertThat(desk()).contains(BY_PAGE, "says Facebook").doesNotContain(BY_LOGIN);
		connect(id, INSTAGRAM, "lotteberg");
		assertThat(desk()).contains(BY_LOGIN).doesNotContain(BY_PAGE, "says Facebook");
		connect(id, FACEBOOK, "lotte");
		assertThat(desk()).contains(BY_PAGE, "says Facebook").doesNotContain(BY_LOGIN);
	}

	private String desk() throws Exception {
		return this.mvc.perform(get("/creators/{id}", this.creator).with(this.organizations.signedIn(this.viewer)))
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	private SignInEnd connect(UUID id, ProviderId provider, String who) {
		SignInWalk.Browser one = this.walk.browser(this.viewer);
		return one.back(one.consent(one.leave(id, provider), who));
	}

	private UUID login(UUID id) {
		return this.jdbc.sql("select login_id from connection where channel_id = ?")
			.param(id)
			.query(UUID.class)
			.single();
	}

	private String provider(UUID id) {
		return this.jdbc.sql("select provider from social_login where id = ?")
			.param(login(id))
			.query(String.class)
			.single();
	}

	private boolean isErased(UUID login) {
		return this.jdbc.sql("""
				select access_token is null and refresh_token is null from social_login where id = ?
				""").param(login).query(Boolean.class).single();
	}

	private List<Long> amounts(UUID id) {
		return this.jdbc.sql("""
				select amount from channel_figure where channel_id = ? and name = 'followers' order by as_of
				""").param(id).query((row, number) -> row.getLong(1)).list();
	}

}
