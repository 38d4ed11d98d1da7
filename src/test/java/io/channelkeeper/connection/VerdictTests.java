package io.channelkeeper.connection;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import practice.x.XLife;

import org.springframework.beans.factory.annotation.Autowired;

import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a refusal, and a permission less, mean to the channels of a login.
 */
class VerdictTests extends SignInScene {

	private static final ProviderId X = new ProviderId("x");

	private static final ProviderId GOOGLE = new ProviderId("google");

	@Autowired
	LoginRounds rounds;

	@Autowired
	RenewalStore store;

	@Autowired
	SocialLogins logins;

	@BeforeEach
	void leaveTheClockOut() {
		this.jdbc.sql("delete from scheduled_tasks where task_name = 'logins'").update();
	}

	@Test
	@DisplayName("M-25: an account that is locked is so with any token, and none is used up for it")
	void renewsNothingForALockedAccount() throws Exception {
		UUID channel = connect("x", X);
		NETWORKS.life(XLife.class).lock("ana");
		look(X);
		look(X);
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.INVALID);
		assertThat(standing(channel).cause()).isEqualTo(Cause.ACCOUNT_LOCKED);
		assertThat(NETWORKS.books().calls().stream().filter((call) -> call.path().contains("token"))).isEmpty();
	}

	@Test
	@DisplayName("issue 4: a permission that a renewal did not bring again ends the channels that need it")
	void endsWhatNeedsAPermissionThatIsGone() throws Exception {
		UUID channel = connect("youtube", GOOGLE);
		String kept = "https://www.googleapis.com/auth/youtube.readonly";
		keep(Set.of(kept));
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.INVALID);
		assertThat(standing(channel).cause()).isEqualTo(Cause.PERMISSION_MISSING);
		assertThat(standing(channel).causeDetail()).isEqualTo("permission.google.yt-analytics.readonly");
		look(GOOGLE);
		look(GOOGLE);
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.INVALID);
		assertThat(standing(channel).cause()).isEqualTo(Cause.PERMISSION_MISSING);
		keep(Set.of(kept, "https://www.googleapis.com/auth/yt-analytics.readonly"));
		look(GOOGLE);
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.CONNECTED);
	}

	private void keep(Set<String> scopes) throws InterruptedException {
		Tenancy.call(this.viewer.organizationId(), () -> this.store.keep(asked(GOOGLE), with(scopes)));
	}

	private Grant with(Set<String> scopes) {
		Grant now = Objects.requireNonNull(this.logins.open(this.logins.find(login()).orElseThrow()));
		return new Grant(now.userId(), now.userName(), now.access(), now.accessExpiresAt(), now.refresh(),
				now.refreshExpiresAt(), scopes, now.deadline(), now.deadlineSource());
	}

	private LoginRow.Asked asked(ProviderId provider) {
		long version = this.jdbc.sql("select token_version from social_login where id = ?")
			.param(login())
			.query(Long.class)
			.single();
		return new LoginRow.Asked(this.viewer.organizationId(), login(), provider, version);
	}

	private UUID login() {
		return this.jdbc.sql("select id from social_login where organization_id = ?")
			.param(this.viewer.organizationId())
			.query(UUID.class)
			.single();
	}

	private UUID connect(String network, ProviderId provider) {
		UUID channel = this.testChannels.add(this.viewer, this.creator, TestChannels.address(network, "anakocht"));
		assertThat(this.browser.back(this.browser.consent(this.browser.leave(channel, provider), "ana")).diagnosis())
			.isNull();
		NETWORKS.books().forgetCalls();
		return channel;
	}

	private void look(ProviderId provider) throws InterruptedException {
		this.jdbc.sql("update social_login set verify_at = connected_at where organization_id = ?")
			.param(this.viewer.organizationId())
			.update();
		this.rounds.verify(provider);
	}

}
