package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import io.channelkeeper.network.ApiName;
import io.channelkeeper.network.CallReport;
import io.channelkeeper.network.DeadlineSource;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.network.TokenValue;
import io.channelkeeper.support.Ids;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * B-7: a network in trouble is one notice, ends nothing, and is followed by another look.
 */
class NetworkTroubleTests extends SignInScene {

	private static final ProviderId GOOGLE = new ProviderId("google");

	@Autowired
	LoginRounds rounds;

	@Autowired
	NetworkTroubles troubles;

	@Autowired
	TroubleRows rows;

	@Autowired
	SocialLogins logins;

	@Autowired
	SignInProviders providers;

	@Autowired
	ConnectionProperties properties;

	@Autowired
	ApplicationEventPublisher publisher;

	@Autowired
	Clock clock;

	@BeforeEach
	void leaveTheClockOut() {
		this.jdbc.sql("delete from scheduled_tasks where task_name = 'logins'").update();
	}

	@Test
	@DisplayName("B-7: a network that refuses everybody ends nobody, and tells the admins once")
	void concludesNothingFromTrouble() throws Exception {
		for (int person = 0; person < 6; person++) {
			login("p" + person);
		}
		look();
		assertThat(suspected()).isEqualTo(6);
		this.troubles.round();
		assertThat(this.troubles.isTroubled(GOOGLE)).isTrue();
		look();
		this.troubles.round();
		assertThat(states()).containsOnly("CONNECTED");
		assertThat(notices()).containsExactly("warning.trouble");
		assertThat(this.jdbc.sql("select count(*) from social_login where organization_id = ? and verify_at > ?")
			.params(this.viewer.organizationId(),
					this.clock.instant().plus(Duration.ofMinutes(4)).atOffset(ZoneOffset.UTC))
			.query(Integer.class)
			.single()).isEqualTo(6);
		assertThat(this.mvc
			.perform(MockMvcRequestBuilders.get("/admin/networks").with(this.organizations.signedIn(this.viewer)))
			.andReturn()
			.getResponse()
			.getContentAsString()).contains("In trouble: 100 %");
	}

	@Test
	@DisplayName("B-7: when it is over, everything that was suspected is looked at again")
	void looksAgainAfterwards() throws Exception {
		for (int person = 0; person < 6; person++) {
			login("q" + person);
		}
		look();
		this.troubles.round();
		this.jdbc.sql("delete from network_minute").update();
		this.jdbc.sql("delete from network_minute_failure").update();
		report(this.rows, null, 8, null);
		assertThat(this.troubles.isTroubled(GOOGLE)).isFalse();
		assertThat(suspected()).isZero();
		assertThat(notices()).containsExactly("warning.trouble", "warning.trouble-over");
		assertThat(this.jdbc.sql("select max(verify_at) from social_login where organization_id = ?")
			.param(this.viewer.organizationId())
			.query(Instant.class)
			.single())
			.isBetween(this.clock.instant().minusSeconds(5), this.clock.instant().plus(Duration.ofMinutes(5)));
		look();
		look();
		assertThat(states()).containsOnly("EXPIRED");
	}

	@Test
	@DisplayName("B-7: one dead login of a small installation is no trouble of the network's")
	void takesOneDeadLoginForWhatItIs() throws Exception {
		login("alone");
		look();
		this.troubles.round();
		look();
		this.troubles.round();
		assertThat(this.troubles.isTroubled(GOOGLE)).isFalse();
		assertThat(states()).containsOnly("EXPIRED");
		look();
		look();
		look();
		this.troubles.round();
		assertThat(this.troubles.isTroubled(GOOGLE)).isFalse();
	}

	@Test
	@DisplayName("B-7: whom a network refuses for hours is not kept in the dark, whatever its trouble")
	void losesPatience() throws Exception {
		for (int person = 0; person < 6; person++) {
			login("r" + person);
		}
		look();
		this.troubles.round();
		look();
		assertThat(states()).containsOnly("CONNECTED");
		this.jdbc.sql("update social_login set suspected_since = suspected_since - interval '6 hours'").update();
		look();
		assertThat(this.troubles.isTroubled(GOOGLE)).isTrue();
		assertThat(states()).containsOnly("EXPIRED");
	}

	@Test
	@DisplayName("B-7: calls are counted over all processes, those for people too")
	void countsOverAllReplicas() {
		report(this.rows, new NetworkFault.Unavailable(), 6, null);
		assertThat(this.troubles.isTroubled(GOOGLE)).isFalse();
		report(this.rows, new NetworkFault.Unexpected(), 6, null);
		assertThat(this.troubles.isTroubled(GOOGLE)).isTrue();
		assertThat(this.troubles.isTroubled(new ProviderId("goo"))).isFalse();
	}

	@Test
	@DisplayName("B-7: what is answered outweighs what is not")
	void takesAFewFailuresForGranted() {
		report(this.rows, null, 40, null);
		for (int login = 0; login < 12; login++) {
			report(this.rows, new NetworkFault.Unavailable(), 2, Ids.next());
		}
		assertThat(this.troubles.isTroubled(GOOGLE)).isFalse();
		report(this.rows, new NetworkFault.RateLimited(null), 90, Ids.next());
		assertThat(this.troubles.isTroubled(GOOGLE)).isFalse();
		report(this.rows, new NetworkFault.Unavailable(), 20, Ids.next());
		assertThat(this.troubles.isTroubled(GOOGLE)).isTrue();
	}

	/** What another process counts and writes down. */
	private void report(TroubleRows rows, @Nullable NetworkFault fault, int calls, @Nullable UUID login) {
		NetworkCalls counted = new NetworkCalls();
		CallReport report = new CallReport(new ApiName("google/youtube"), this.clock.instant(), fault, null, null);
		for (int call = 0; call < calls; call++) {
			if (login != null) {
				LoginAtWork.within(login, () -> {
					counted.note(report);
					return true;
				});
			}
			else {
				counted.note(report);
			}
		}
		new NetworkTroubles(counted, rows, this.providers, this.properties, this.publisher, this.clock).round();
	}

	private void look() throws InterruptedException {
		this.jdbc.sql("update social_login set verify_at = connected_at where organization_id = ?")
			.param(this.viewer.organizationId())
			.update();
		this.rounds.verify(GOOGLE);
	}

	private int suspected() {
		return this.jdbc
			.sql("select count(*) from social_login where organization_id = ? and suspected_since is not null")
			.param(this.viewer.organizationId())
			.query(Integer.class)
			.single();
	}

	private List<String> states() {
		return this.jdbc.sql(
				"select state from connection_state(:now) where organization_id = :organization and login_id is not null")
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("organization", this.viewer.organizationId())
			.query((row, number) -> row.getString(1))
			.list();
	}

	private List<String> notices() {
		return this.jdbc.sql("select message_key from notice where organization_id = ? order by created_at, id")
			.param(this.viewer.organizationId())
			.query((row, number) -> row.getString(1))
			.list();
	}

	/** A login that practice Google knows nothing of. */
	private void login(String user) {
		Instant now = this.clock.instant();
		Grant grant = new Grant(user + Ids.next(), "Ana", new TokenValue("unknown-" + user), now.plusSeconds(3600),
				null, null, Set.of("https://www.googleapis.com/auth/youtube.readonly",
						"https://www.googleapis.com/auth/yt-analytics.readonly"),
				null, DeadlineSource.NONE);
		UUID login = within(() -> this.logins.keep(GOOGLE, grant, new SignedInBy(null, this.creator), now).id());
		UUID channel = this.testChannels.add(this.viewer, this.creator,
				io.channelkeeper.channel.TestChannels.address("youtube", user));
		this.jdbc.sql("update channel set external_id = ? where id = ?").params("UC" + channel, channel).update();
		this.jdbc.sql("""
				insert into connection (channel_id, version, organization_id, login_id, granted, missing, connected_at,
					connected_by_member) values (?, 0, ?, ?, '{}', '{}', ?, ?)""")
			.params(channel, this.viewer.organizationId(), login, now.atOffset(ZoneOffset.UTC), this.viewer.memberId())
			.update();
	}

}
