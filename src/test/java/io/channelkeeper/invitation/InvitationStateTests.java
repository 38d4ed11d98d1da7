package io.channelkeeper.invitation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class InvitationStateTests {

	@ParameterizedTest
	@EnumSource
	void aConnectionIsAlwaysConfirmed(InvitationState state) {
		assertThat(state.mayBecome(InvitationState.CONFIRMED)).isTrue();
	}

	@ParameterizedTest
	@EnumSource(names = { "DECLINED", "EXPIRED", "REVOKED" })
	void whatEndedIsWokenByANewLinkOnly(InvitationState state) {
		assertThat(state.mayBecome(InvitationState.SENT)).isTrue();
		assertThat(state.mayBecome(InvitationState.OPENED)).isFalse();
		assertThat(state.mayBecome(InvitationState.STARTED)).isFalse();
		assertThat(state.isWaiting()).isFalse();
	}

	@Test
	void aConfirmedOneStaysConfirmed() {
		assertThat(InvitationState.CONFIRMED.mayBecome(InvitationState.SENT)).isFalse();
		assertThat(InvitationState.CONFIRMED.mayBecome(InvitationState.DECLINED)).isFalse();
	}

	@ParameterizedTest
	@EnumSource(names = { "SENT", "OPENED", "STARTED" })
	void aWaitingOneMayBeStartedAgain(InvitationState state) {
		assertThat(state.isWaiting()).isTrue();
		assertThat(state.mayBecome(InvitationState.STARTED)).isTrue();
	}

}
