package io.channelkeeper.connection;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import practice.google.GoogleLife;

import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.network.ProviderId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One person's sign-in carries channels of two networks, each asked for on its own.
 */
class SharedSignInTests extends SignInScene {

	private static final ProviderId GOOGLE = new ProviderId("google");

	private final GoogleLife life = NETWORKS.life(GoogleLife.class);

	private UUID channel;

	private UUID place;

	@BeforeEach
	void addChannels() {
		this.channel = add("youtube", "anakocht");
		this.place = add("google-business", "cid:9000000202");
	}

	@Test
	@DisplayName("H-7: the second network joins the first one's sign-in and takes nothing from it")
	void joinsTheFirstSignIn() {
		assertThat(connect(this.channel).diagnosis()).isNull();
		assertThat(scopes()).noneMatch((scope) -> scope.contains("business"));
		assertThat(connect(this.place).diagnosis()).isNull();
		assertThat(count("social_login")).isEqualTo(1);
		assertThat(scopes()).anyMatch((scope) -> scope.contains("youtube.readonly"))
			.anyMatch((scope) -> scope.contains("business.manage"));
		assertThat(standing(this.channel).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(standing(this.place).state()).isEqualTo(ConnectionState.CONNECTED);
	}

	@Test
	@DisplayName("B-6: access goes back only with the last of them")
	void givesBackWithTheLast() {
		connect(this.channel);
		connect(this.place);
		within(() -> this.connections.disconnect(this.viewer, this.channel));
		assertThat(this.life.hasApp("ana")).isTrue();
		within(() -> this.connections.disconnect(this.viewer, this.place));
		assertThat(this.life.hasApp("ana")).isFalse();
		assertThat(this.life.refreshTokens("ana")).isZero();
	}

	@Test
	@DisplayName("N-2: an app in testing ends after seven days, and Google says so")
	void knowsTheEndOfAnAppInTesting() {
		this.life.test(true);
		connect(this.channel);
		assertThat(standing(this.channel).renewBySource()).hasToString("REPORTED");
		assertThat(standing(this.channel).state()).isEqualTo(ConnectionState.EXPIRING);
	}

	@Test
	@DisplayName("B-5: after the wrong account Google lets one choose")
	void letsOneChooseAfterTheWrongAccount() {
		URI back = this.browser.consent(this.browser.leave(this.channel, GOOGLE), "finn");
		assertThat(kind(this.browser.back(back))).hasToString("OTHER_ACCOUNT");
		assertThat(this.browser.leave(this.channel, GOOGLE)).contains("prompt=select_account%20consent");
		assertThat(this.browser.leave(this.place, GOOGLE)).contains("prompt=consent");
	}

	@Test
	@DisplayName("B-5: two places of one name are told apart")
	void tellsPlacesOfOneNameApart() {
		UUID another = add("google-business", "cid:9000000299");
		Map<String, String> unnamed = mistaken(another);
		String came = unnamed.get("actual");
		assertThat(came).isNotNull().doesNotContain("cid");
		assertThat(unnamed).containsEntry("expected", "google.com/maps?cid=9000000299");
		this.jdbc.sql("update channel set display_name = ? where id = ?").param(came).param(another).update();
		assertThat(mistaken(another)).containsEntry("expected", "google.com/maps?cid=9000000299")
			.doesNotContainEntry("actual", came);
	}

	private Map<String, String> mistaken(UUID expected) {
		this.browser = this.walk.browser(this.viewer);
		return Objects.requireNonNull(connect(expected).diagnosis()).details();
	}

	private SignInEnd connect(UUID expected) {
		return this.browser.back(this.browser.consent(this.browser.leave(expected, GOOGLE), "ana"));
	}

	private UUID add(String network, String handle) {
		return this.testChannels.add(this.viewer, this.creator, TestChannels.address(network, handle));
	}

	private List<String> scopes() {
		return this.jdbc.sql("select unnest(scopes) from social_login where organization_id = ?")
			.param(this.viewer.organizationId())
			.query((row, number) -> row.getString(1))
			.list();
	}

}
