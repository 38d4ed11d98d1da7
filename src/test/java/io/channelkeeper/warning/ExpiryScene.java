package io.channelkeeper.warning;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import io.channelkeeper.TestEnvironment;
import io.channelkeeper.network.ChannelKind;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.support.Ids;

/**
 * A database of its own for whoever counts days at moments of one's choice: nobody else
 * looks for what ends there. Made of rows only.
 */
final class ExpiryScene implements AutoCloseable {

	static final NetworkId INSTAGRAM = new NetworkId("instagram");

	static final NetworkId FACEBOOK = new NetworkId("facebook");

	/** What networks propose in these tests. */
	static final List<WarningRule> USUAL = Stream.of(INSTAGRAM, FACEBOOK)
		.flatMap((network) -> Stream.of(ChannelKind.values())
			.map((kind) -> new WarningRule(network, kind,
					new WarningDays((kind != ChannelKind.MONITORED) ? List.of(10, 5, 1, 0)
							: network.equals(FACEBOOK) ? List.of(10) : List.of(10, 1, 0)))))
		.toList();

	static final int HOUR = 8;

	final JdbcClient jdbc;

	final ExpiryRows rows;

	private final SingleConnectionDataSource database;

	ExpiryScene() {
		String address = TestEnvironment.newDatabase();
		Flyway.configure().dataSource(address, "postgres", "postgres").outOfOrder(true).load().migrate();
		this.database = new SingleConnectionDataSource(address, "postgres", "postgres", true);
		this.jdbc = JdbcClient.create(this.database);
		this.rows = new ExpiryRows(this.jdbc);
	}

	/** Looks what is due; answers how many warnings that were. */
	int look(Instant now) {
		return this.rows.add(USUAL, HOUR, now);
	}

	UUID organization(String zone) {
		UUID id = Ids.next();
		run("""
				insert into organization (id, version, name, language, time_zone, created_at)
				values (?, 0, 'Rows', 'en', ?, ?)""", id, zone, at(Instant.EPOCH));
		return id;
	}

	UUID organization(ZoneId zone) {
		return organization(zone.getId());
	}

	UUID member(UUID organization) {
		UUID person = Ids.next();
		run("""
				insert into person (id, version, email, name, language, time_zone, created_at)
				values (?, 0, ?, 'Jonas Weber', 'en', 'UTC', ?)""", person, person + "@example.org", at(Instant.EPOCH));
		UUID id = Ids.next();
		run("""
				insert into member (id, version, organization_id, person_id, role, created_at)
				values (?, 0, ?, ?, 'ADMIN', ?)""", id, organization, person, at(Instant.EPOCH));
		return id;
	}

	/** A connected channel with a creator and a login of its own. */
	UUID channel(UUID organization, NetworkId network, ChannelKind kind, Instant connected, Instant deadline) {
		UUID creator = Ids.next();
		run("""
				insert into creator (id, version, organization_id, name, language, created_at)
				values (?, 0, ?, 'Ana Kocht', 'de', ?)""", creator, organization, at(Instant.EPOCH));
		UUID id = Ids.next();
		run("""
				insert into channel (id, version, organization_id, creator_id, network, kind, handle, handle_key, added_at)
				values (?, 0, ?, ?, ?, ?, ?, ?, ?)""",
				id, organization, creator, network.value(), kind.name(), id.toString(), id.toString(),
				at(Instant.EPOCH));
		UUID login = Ids.next();
		run("""
				insert into social_login (id, version, organization_id, provider, external_user_id, scopes, access_token,
					deadline, deadline_source, connected_at)
				values (?, 0, ?, 'facebook', ?, '{}', '\\x00', ?, 'REPORTED', ?)""",
				login, organization, login.toString(), at(deadline), at(connected));
		run("""
				insert into connection (channel_id, version, organization_id, login_id, last_login_id, granted, missing,
					connected_at, connected_by_creator)
				values (?, 0, ?, ?, ?, '{}', '{}', ?, true)""", id, organization, login, login, at(connected));
		return id;
	}

	/** An owned Instagram channel that was connected long ago. */
	UUID channel(UUID organization, Instant deadline) {
		return channel(organization, INSTAGRAM, ChannelKind.OWNED, deadline.minus(Duration.ofDays(60)), deadline);
	}

	/** Sets something of the login that carries a channel. */
	void login(UUID channel, String assignment, @Nullable Object... values) {
		run("update social_login set " + assignment
				+ " where id = (select last_login_id from connection where channel_id = ?)", append(values, channel));
	}

	/** The network says another deadline, and nobody signed in. */
	void moves(UUID channel, Instant deadline) {
		login(channel, "deadline = ?", at(deadline));
	}

	/** Somebody signs in again. */
	void reconnects(UUID channel, Instant now, Instant deadline) {
		login(channel, "deadline = ?, connected_at = ?, invalid_cause = null, invalid_since = null", at(deadline),
				at(now));
		run("update connection set login_id = last_login_id, connected_at = ? where channel_id = ?", at(now), channel);
	}

	void rule(UUID organization, WarningRule rule, UUID member, Instant now) {
		run("""
				insert into warning_rule (organization_id, network, kind, days, changed_at, changed_by)
				values (?, ?, ?, ?, ?, ?)
				on conflict (organization_id, network, kind) do update
				set days = excluded.days, changed_at = excluded.changed_at
				""", organization, rule.network().value(), rule.kind().name(),
				rule.days().values().toArray(Integer[]::new), at(now), member);
	}

	/** Everything that was ever written down. */
	List<Told> told() {
		return this.jdbc.sql("select member_id, channel_id, about, days from warning order by created_at, days desc")
			.query((row, number) -> new Told(row.getObject(1, UUID.class), row.getObject(2, UUID.class),
					row.getObject(3, OffsetDateTime.class).toInstant(), row.getInt(4)))
			.list();
	}

	/** What was told of a channel, in the order in which it was. */
	List<Integer> days(UUID channel) {
		return told().stream().filter((one) -> one.channel().equals(channel)).map(Told::days).toList();
	}

	void run(String sql, @Nullable Object... values) {
		this.jdbc.sql(sql).params(Arrays.asList(values)).update();
	}

	static Object at(Instant moment) {
		return moment.atOffset(ZoneOffset.UTC);
	}

	private static @Nullable Object[] append(@Nullable Object[] values, Object last) {
		@Nullable Object[] all = Arrays.copyOf(values, values.length + 1);
		all[values.length] = last;
		return all;
	}

	@Override
	public void close() {
		this.database.destroy();
	}

	/** Whom what was told. */
	record Told(UUID member, UUID channel, Instant about, int days) {
	}

}
