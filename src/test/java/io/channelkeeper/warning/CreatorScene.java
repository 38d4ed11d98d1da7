package io.channelkeeper.warning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.creator.NewCreator;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.PortfolioRows;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.Tenancy;

/**
 * An organization where it is noon, with a creator whose channels end on days of one's
 * choice. Nobody else writes to creators meanwhile.
 */
@ApplicationTest
abstract class CreatorScene {

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators testCreators;

	@Autowired
	PortfolioRows portfolio;

	@Autowired
	CreatorWarningRows rows;

	@Autowired
	CreatorMails mails;

	@Autowired
	WarningRules rules;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	Viewer admin;

	Viewer mia;

	String email;

	UUID ana;

	private Instant noon;

	@BeforeEach
	void makeOrganization() {
		this.jdbc.sql("delete from scheduled_tasks where task_name in ('expiry-warnings', 'creator-warnings')")
			.update();
		this.admin = this.organizations.make("Demo Foods");
		this.mia = this.organizations.member(this.admin, Role.MARKETER);
		Instant now = this.clock.instant();
		int hours = 12 - now.atOffset(ZoneOffset.UTC).getHour();
		run("update organization set time_zone = ? where id = ?",
				"Etc/GMT" + ((hours > 0) ? "-" : "+") + Math.abs(hours), this.admin.organizationId());
		this.noon = now.atOffset(ZoneOffset.ofHours(hours))
			.toLocalDate()
			.atTime(12, 0)
			.toInstant(ZoneOffset.ofHours(hours));
		this.email = "ana." + Ids.next() + "@kocht.example";
		this.ana = creator(Locale.GERMAN, new EmailAddress(this.email));
	}

	UUID creator(Locale language, @Nullable EmailAddress address) {
		return this.testCreators.add(this.admin,
				new NewCreator("Ana Kocht", address, language, this.mia.memberId(), List.of()));
	}

	/** A channel that its creator connected long ago and that ends at noon. */
	UUID channel(String network, String handle, int days) {
		return channel(network, handle, this.noon.plus(Duration.ofDays(days)));
	}

	UUID channel(String network, String handle, Instant deadline) {
		UUID channel = this.portfolio.channel(this.admin, this.ana, network, handle);
		UUID login = this.portfolio.connect(this.admin, channel, Duration.ZERO);
		run("update social_login set deadline = ?, connected_at = ? where id = ?", at(deadline), longAgo(), login);
		run("update connection set connected_at = ? where channel_id = ?", longAgo(), channel);
		return channel;
	}

	Instant noon() {
		return this.noon;
	}

	UUID login(UUID channel) {
		return this.jdbc.sql("select login_id from connection where channel_id = ?")
			.param(channel)
			.query(UUID.class)
			.single();
	}

	void ends(UUID channel, Instant deadline) {
		run("update social_login set deadline = ? where id = ?", at(deadline), login(channel));
	}

	/** It is looked what is due, and the creator is written to. */
	void look() {
		Instant now = this.clock.instant();
		this.rows.settleMoved(now);
		this.rows.add(this.rules.usual(), this.rules.usualHour(), now);
		send();
	}

	void send() {
		Tenancy.within(this.admin.organizationId(), () -> this.mails.send(this.ana, Set.of()));
	}

	/** Everything in the organization lies further back. */
	void pass(Duration time) {
		String interval = time.toSeconds() + " seconds";
		UUID organization = this.admin.organizationId();
		run("""
				update social_login set deadline = deadline - cast(? as interval),
					invalid_since = invalid_since - cast(? as interval) where organization_id = ?""", interval,
				interval, organization);
		run("update data_gap set begins_at = begins_at - cast(? as interval) where organization_id = ?", interval,
				organization);
		run("""
				update creator_warning set about = about - cast(? as interval), due_at = due_at - cast(? as interval),
					created_at = created_at - cast(? as interval) where organization_id = ?""", interval, interval,
				interval, organization);
		run("""
				update invitation set mailed_at = mailed_at - cast(? as interval),
					valid_until = valid_until - cast(? as interval) where organization_id = ?""", interval, interval,
				organization);
		run("update mail set created_at = created_at - cast(? as interval) where organization_id = ?", interval,
				organization);
	}

	/** What became of warnings about a channel, as "days outcome", in their order. */
	List<String> told(UUID channel) {
		return this.jdbc.sql("""
				select concat_ws(' ', coalesce(cast(days as text), 'broken'), coalesce(outcome, 'open'))
				from creator_warning where channel_id = ? order by created_at, id""")
			.param(channel)
			.query((row, number) -> String.valueOf(row.getString(1)))
			.list();
	}

	/** The subjects of what was queued for the creator. */
	List<String> subjects() {
		return this.jdbc.sql("select subject from mail where recipient = ? order by id")
			.param(this.email)
			.query((row, number) -> String.valueOf(row.getString(1)))
			.list();
	}

	void run(String sql, @Nullable Object... values) {
		this.jdbc.sql(sql).params(Arrays.asList(values)).update();
	}

	static Object at(Instant moment) {
		return moment.atOffset(ZoneOffset.UTC);
	}

	private Object longAgo() {
		return at(this.noon.minus(Duration.ofDays(100)));
	}

}
