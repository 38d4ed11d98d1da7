package io.channelkeeper.connection;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import practice.Fault;
import practice.PracticeBrowser;
import practice.PracticeNetworks;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.TestEnvironment;
import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.channel.Figure;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;

/**
 * An organization with a creator, and a browser before practice Facebook.
 */
@ApplicationTest
@RecordApplicationEvents
abstract class SignInScene {

	static final PracticeNetworks NETWORKS = TestEnvironment.NETWORKS;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators creators;

	@Autowired
	TestChannels testChannels;

	@Autowired
	MockMvc mvc;

	@Autowired
	SignInService signIns;

	@Autowired
	TestErrand errand;

	@Autowired
	ConnectionService connections;

	@Autowired
	ChannelService channels;

	@Autowired
	OtherChannels others;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	NetworkCalls networkCalls;

	@Autowired
	ApplicationEvents events;

	Viewer viewer;

	UUID creator;

	SignInWalk walk;

	SignInWalk.Browser browser;

	@BeforeEach
	void begin() {
		NETWORKS.reset();
		letTheClockRest();
		forgetAllLogins();
		this.jdbc.sql("update network_api set closed_until = null").update();
		forgetAllTrouble();
		this.errand.meanwhile();
		this.viewer = this.organizations.make("Agency");
		this.creator = this.creators.ana(this.viewer);
		this.walk = new SignInWalk(this.mvc, this.signIns, this.errand);
		this.browser = this.walk.browser(this.viewer);
	}

	/** The clock's own upkeep is not begun any more, and what it had begun is done. */
	private void letTheClockRest() {
		await().pollDelay(Duration.ZERO).until(() -> {
			this.jdbc.sql("delete from scheduled_tasks where task_name = 'connection-upkeep' and not picked").update();
			return this.jdbc.sql("select count(*) from scheduled_tasks where task_name = 'connection-upkeep'")
				.query(Long.class)
				.single() == 0;
		});
	}

	UUID channel(String handle) {
		return this.testChannels.instagram(this.viewer, this.creator, handle);
	}

	SignInEnd connect(UUID channel, String person) {
		return this.walk.connect(this.viewer, channel, person);
	}

	ChannelStanding standing(UUID channel) {
		return within(() -> this.connections.standing(channel));
	}

	static DiagnosisKind kind(SignInEnd end) {
		return diagnosis(end).kind();
	}

	static Diagnosis diagnosis(SignInEnd end) {
		return Objects.requireNonNull(end.diagnosis());
	}

	void expireAttempts(UUID channel) {
		this.jdbc.sql("update sign_in_attempt set expires_at = started_at where channel_id = ?")
			.param(channel)
			.update();
	}

	void assertNothingKept(UUID channel) {
		assertThat(standing(channel).state()).isIn(ConnectionState.NOT_CONNECTED, ConnectionState.NOT_ELIGIBLE);
		assertThat(count("social_login")).isZero();
		assertThat(count("connection")).isZero();
		assertThat(count("reached_channel")).isZero();
	}

	long count(String table) {
		return this.jdbc
			.sql("select count(*) from " + (table.contains(" ") ? table : table + " where organization_id") + " = ?")
			.param(this.viewer.organizationId())
			.query(Long.class)
			.single();
	}

	void within(Runnable work) {
		Tenancy.within(this.viewer.organizationId(), work);
	}

	<T> T within(Supplier<T> work) {
		return Tenancy.within(this.viewer.organizationId(), work);
	}

	/** What other tests planned is no trouble of the networks. */
	private void forgetAllTrouble() {
		this.networkCalls.drain();
		this.jdbc.sql("delete from network_minute").update();
		this.jdbc.sql("delete from network_minute_failure").update();
		this.jdbc.sql("delete from network_trouble").update();
	}

	/** Other tests' logins of the same practice people would keep access in use. */
	private void forgetAllLogins() {
		this.jdbc.sql("update social_login set access_token = null").update();
		this.jdbc.sql("update offered_channel set grant_sealed = null").update();
		this.jdbc.sql("delete from access_return").update();
	}

}
