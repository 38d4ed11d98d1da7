package io.channelkeeper.connection;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import practice.Fault;
import practice.PracticeBrowser;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;

import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.organization.Viewer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Access that came to nothing goes back to the network, never that of a fresh sign-in;
 * and whatever goes wrong while it is decided ends the attempt (I-9).
 */
class AccessReturnsTests extends SignInScene {

	@Autowired
	ConnectionUpkeep upkeep;

	@ParameterizedTest
	@DisplayName("I-9: a failed attempt leaves no access behind")
	@CsvSource({ "ben, benny", "cleo, cleowinter", "dario, dariocooks", "greta, studiolang", "kai, anakocht" })
	void givesBackWhatFailed(String person, String handle) {
		connect(channel(handle), person);
		this.upkeep.round();
		assertThat(NETWORKS.facebook().hasApp(person)).isTrue();
		becomeDue();
		this.upkeep.round();
		assertThat(NETWORKS.facebook().hasApp(person)).isFalse();
		assertThat(count("access_return")).isZero();
	}

	@Test
	@DisplayName("I-9: neither does one with a permission off")
	void givesBackWhatWasNotEnough() {
		decline(channel("anakocht"));
		becomeDue();
		this.upkeep.round();
		assertThat(NETWORKS.facebook().hasApp("ana")).isFalse();
	}

	@Test
	@DisplayName("I-9: nor one that the network cut off")
	void givesBackWhatWasCutOff() {
		UUID id = channel("anakocht");
		URI back = this.browser.consent(this.browser.leave(id), "ana");
		NETWORKS.faults().plan("facebook", Fault.SERVER_ERROR, 0, "/accounts");
		assertThat(kind(this.browser.back(back))).isEqualTo(DiagnosisKind.NETWORK_DOWN);
		NETWORKS.faults().end();
		becomeDue();
		this.upkeep.round();
		assertThat(NETWORKS.facebook().hasApp("ana")).isFalse();
	}

	@Test
	@DisplayName("issue 3 point 8: a network that was asked too often is left alone")
	void waitsUntilTheNetworkCanBeAskedAgain() {
		decline(channel("anakocht"));
		becomeDue();
		NETWORKS.faults().plan("facebook", Fault.TOO_MANY_REQUESTS, 0, "/permissions");
		this.upkeep.round();
		NETWORKS.faults().end();
		this.upkeep.round();
		assertThat(NETWORKS.facebook().hasApp("ana")).isTrue();
		Instant closed = moment("select max(closed_until) from network_api where api = 'facebook'");
		becomeDue();
		this.upkeep.round();
		assertThat(NETWORKS.facebook().hasApp("ana")).isTrue();
		assertThat(moment("select due_at from access_return")).isBeforeOrEqualTo(closed.plusSeconds(1))
			.isAfterOrEqualTo(closed.minusSeconds(1));
		this.jdbc.sql("update network_api set closed_until = answered_at").update();
		becomeDue();
		this.upkeep.round();
		assertThat(NETWORKS.facebook().hasApp("ana")).isFalse();
	}

	@Test
	void keepsWhatARetryConnected() {
		UUID id = channel("anakocht");
		decline(id);
		connect(id, "ana");
		becomeDue();
		this.upkeep.round();
		assertThat(NETWORKS.facebook().hasApp("ana")).isTrue();
		assertThat(count("access_return")).isZero();
	}

	@Test
	void keepsWhatAnotherOrganizationUses() {
		Viewer other = this.organizations.make("Other");
		this.walk.connect(other, this.testChannels.instagram(other, this.creators.ana(other), "anakocht"), "ana");
		decline(channel("anakocht"));
		becomeDue();
		this.upkeep.round();
		assertThat(NETWORKS.facebook().hasApp("ana")).isTrue();
		assertThat(count("access_return")).isZero();
	}

	@Test
	void waitsWhileTheChannelIsTriedAgain() {
		UUID id = channel("anakocht");
		decline(id);
		becomeDue();
		this.browser.leave(id);
		this.upkeep.round();
		assertThat(NETWORKS.facebook().hasApp("ana")).isTrue();
		expireAttempts(id);
		this.upkeep.round();
		assertThat(NETWORKS.facebook().hasApp("ana")).isFalse();
	}

	@Test
	void letsWhoeverIsComingInPassFirst() {
		connect(channel("benny"), "ben");
		becomeDue();
		UUID id = channel("anakocht");
		this.errand.meanwhile(() -> elsewhere(this.upkeep::round));
		assertThat(connect(id, "ana").diagnosis()).isNull();
		assertThat(NETWORKS.facebook().hasApp("ben")).isTrue();
		assertThat(count("access_return")).isEqualTo(1);
		becomeDue();
		this.upkeep.round();
		assertThat(NETWORKS.facebook().hasApp("ben")).isFalse();
	}

	@Test
	@DisplayName("A token that may be dead is never shown as connected")
	void connectsNothingThatMayBeDead() {
		UUID before = channel("bistro_ana");
		connect(before, "ana");
		within(() -> this.connections.disconnect(this.viewer, before));
		UUID id = channel("anakocht");
		this.errand.meanwhile(() -> this.jdbc.sql("""
				update access_given_back g set begun_at = a.used_at from sign_in_attempt a, social_login l
				where a.channel_id = ? and l.organization_id = a.organization_id
					and g.external_user_id = l.external_user_id
				""").param(id).update());
		assertThat(kind(connect(id, "ana"))).isEqualTo(DiagnosisKind.STOPPED);
		assertThat(standing(id).state()).isEqualTo(ConnectionState.NOT_CONNECTED);
		assertThat(connect(id, "ana").diagnosis()).isNull();
	}

	@Test
	void decidesOnceMoreWhenSomebodyWasFaster() {
		UUID id = channel("anakocht");
		this.errand.meanwhile(() -> {
			throw new OptimisticLockingFailureException("somebody was faster");
		});
		assertThat(connect(id, "ana").diagnosis()).isNull();
		assertThat(standing(id).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(this.events.stream(ChannelConnected.class)).hasSize(1);
	}

	@Test
	@DisplayName("Whatever goes wrong ends the attempt and keeps no access")
	void endsWhateverGoesWrong() {
		UUID id = channel("anakocht");
		this.errand.meanwhile(() -> {
			throw new IllegalStateException("nobody expected this");
		});
		assertThat(kind(connect(id, "ana"))).isEqualTo(DiagnosisKind.STOPPED);
		assertNothingKept(id);
		assertThat(count("sign_in_attempt where ended_at is not null and organization_id")).isEqualTo(1);
		becomeDue();
		this.upkeep.round();
		assertThat(NETWORKS.facebook().hasApp("ana")).isFalse();
	}

	@Test
	@DisplayName("I-9: asks again for what was declined since the last success")
	void asksAgainAlsoAfterAnAbort() {
		UUID id = channel("anakocht");
		decline(id);
		this.browser.back(this.browser.network.cancel(this.browser.leave(id), "ana"));
		assertThat(PracticeBrowser.query(URI.create(this.browser.leave(id)))).containsEntry("auth_type", "rerequest");
		connect(id, "ana");
		assertThat(PracticeBrowser.query(URI.create(this.browser.leave(id)))).doesNotContainKey("auth_type");
	}

	private void decline(UUID id) {
		this.browser.back(this.browser.consent(this.browser.leave(id), "ana", Set.of("instagram_manage_insights")));
	}

	private Instant moment(String sql) {
		return this.jdbc.sql(sql).query(OffsetDateTime.class).single().toInstant();
	}

	private void becomeDue() {
		this.jdbc.sql("update access_return set due_at = created_at").update();
	}

	private static void elsewhere(Runnable work) {
		Thread thread = Thread.startVirtualThread(work);
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

}
