package io.channelkeeper.connection;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.organization.MemberService;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.Viewer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Half an hour lies between leaving for a network and coming back: what was withdrawn
 * meanwhile connects nothing, and the access goes back at once.
 */
class WithdrawnSignInTests extends SignInScene {

	@Autowired
	ConnectionUpkeep upkeep;

	@Autowired
	CreatorService creatorService;

	@Autowired
	MemberService members;

	@Test
	void connectsNothingForAnArchivedCreator() {
		URI back = away(channel("anakocht"), null);
		within(() -> this.creatorService.archive(this.viewer, this.creator, false));
		assertStopped(back);
	}

	@Test
	void connectsNoArchivedChannel() {
		UUID id = channel("anakocht");
		URI back = away(id, null);
		within(() -> this.channels.archive(this.viewer, id));
		assertStopped(back);
	}

	@Test
	void connectsNothingForADeactivatedMember() {
		Viewer manager = this.organizations.member(this.viewer, Role.MANAGER);
		URI back = away(channel("anakocht"), manager.memberId());
		within(() -> this.members.deactivate(this.viewer, manager.memberId()));
		assertStopped(back);
	}

	@Test
	@DisplayName("H-3: connects nothing for who lost the role")
	void connectsNothingForWhoLostTheRole() {
		Viewer manager = this.organizations.member(this.viewer, Role.MANAGER);
		URI back = away(channel("anakocht"), manager.memberId());
		within(() -> this.members.changeRole(this.viewer, manager.memberId(), Role.MARKETER));
		assertStopped(back);
	}

	@Test
	@DisplayName("H-3: a marketer only while looking after the creator")
	void connectsNothingForWhoLooksAfterOthers() {
		Viewer marketer = this.organizations.member(this.viewer, Role.MARKETER);
		this.jdbc.sql("update organization set marketers_may_connect = true where id = ?")
			.param(this.viewer.organizationId())
			.update();
		lookAfter(marketer.memberId());
		UUID id = channel("anakocht");
		assertThat(this.browser.back(away(id, marketer.memberId())).diagnosis()).isNull();
		URI back = away(id, marketer.memberId());
		lookAfter(this.viewer.memberId());
		assertThat(kind(this.browser.back(back))).isEqualTo(DiagnosisKind.STOPPED);
	}

	@Test
	void leavesDisconnectedWhatWasDisconnectedMeanwhile() {
		UUID id = channel("anakocht");
		connect(id, "ana");
		String dialog = this.browser.leave(id);
		within(() -> this.connections.disconnect(this.viewer, id));
		assertThat(kind(this.browser.back(this.browser.consent(dialog, "ana")))).isEqualTo(DiagnosisKind.STOPPED);
		assertThat(standing(id).state()).isEqualTo(ConnectionState.DISCONNECTED);
		assertThat(count("social_login where access_token is not null and organization_id")).isZero();
	}

	@Test
	@DisplayName("I-11: connects no others for an archived creator")
	void connectsNoOthersForAnArchivedCreator() {
		SignInEnd end = connect(channel("anakocht"), "ana");
		within(() -> this.creatorService.archive(this.viewer, this.creator, false));
		assertThat(within(() -> this.others.connect(end.attemptId(), List.of("17841400000000012")))).isZero();
		assertThat(count("connection")).isEqualTo(1);
	}

	@Test
	@DisplayName("I-11: offers nothing of a login that was given up")
	void offersNothingOfALoginGivenUp() {
		UUID id = channel("anakocht");
		SignInEnd end = connect(id, "ana");
		within(() -> this.connections.disconnect(this.viewer, id));
		assertThat(within(() -> this.others.offeredAfter(end.attemptId()))).isEmpty();
		connect(id, "ana");
		assertThat(within(() -> this.others.connect(end.attemptId(), List.of("17841400000000012")))).isZero();
	}

	@Test
	@DisplayName("I-9: who comes back too late leaves no access behind")
	void givesBackWhatCameTooLate() {
		UUID id = channel("anakocht");
		URI back = away(id, null);
		expireAttempts(id);
		assertThat(kind(this.browser.back(back))).isEqualTo(DiagnosisKind.STOPPED);
		this.jdbc.sql("update access_return set due_at = created_at").update();
		this.upkeep.round();
		assertThat(NETWORKS.facebook().hasApp("ana")).isFalse();
	}

	private URI away(UUID id, @Nullable UUID member) {
		return this.browser.consent(this.browser.departure(id, member).address().toString(), "ana");
	}

	private void lookAfter(UUID member) {
		this.jdbc.sql("update creator set looked_after_by = :member where id = :creator")
			.param("member", member)
			.param("creator", this.creator)
			.update();
	}

	private void assertStopped(URI back) {
		assertThat(kind(this.browser.back(back))).isEqualTo(DiagnosisKind.STOPPED);
		assertThat(count("social_login")).isZero();
		assertThat(count("connection")).isZero();
		assertThat(NETWORKS.facebook().hasApp("ana")).isTrue();
		this.upkeep.round();
		assertThat(NETWORKS.facebook().hasApp("ana")).isFalse();
		assertThat(count("access_return")).isZero();
	}

}
