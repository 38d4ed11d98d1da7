package io.channelkeeper.connection;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

import io.channelkeeper.support.Ids;

/**
 * Writes the rows that a state follows from, for tests of the derivation only.
 */
class ConnectionRows {

	static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

	final UUID organization = Ids.next();

	final UUID member = Ids.next();

	final UUID creator = Ids.next();

	private final JdbcClient jdbc;

	ConnectionRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
		UUID person = Ids.next();
		run("""
				insert into organization (id, version, name, language, time_zone, created_at)
				values (?, 0, 'Rows', 'en', 'UTC', ?)""", this.organization, at(NOW));
		run("""
				insert into person (id, version, email, name, language, time_zone, created_at)
				values (?, 0, ?, 'Jonas Weber', 'en', 'UTC', ?)""", person, person + "@example.org", at(NOW));
		run("""
				insert into member (id, version, organization_id, person_id, role, created_at)
				values (?, 0, ?, ?, 'ADMIN', ?)""", this.member, this.organization, person, at(NOW));
		run("""
				insert into creator (id, version, organization_id, name, language, created_at)
				values (?, 0, ?, 'Ana Kocht', 'de', ?)""", this.creator, this.organization, at(NOW));
	}

	UUID channel() {
		UUID id = Ids.next();
		run("""
				insert into channel (id, version, organization_id, creator_id, network, handle, handle_key, added_at)
				values (?, 0, ?, ?, 'instagram', ?, ?, ?)""", id, this.organization, this.creator, id.toString(),
				id.toString(), at(NOW));
		return id;
	}

	UUID login(@Nullable Instant deadline) {
		UUID id = Ids.next();
		run("""
				insert into social_login (id, version, organization_id, provider, external_user_id, scopes, access_token,
					deadline, deadline_source, connected_at)
				values (?, 0, ?, 'facebook', ?, '{}', '\\x00', ?, ?, ?)""",
				id, this.organization, id.toString(), (deadline != null) ? at(deadline) : null,
				(deadline != null) ? "REPORTED" : "NONE", at(NOW));
		return id;
	}

	UUID connected(@Nullable Instant deadline) {
		return connected(login(deadline));
	}

	UUID connected(UUID login) {
		UUID channel = channel();
		run("""
				insert into connection (channel_id, version, organization_id, login_id, granted, missing, connected_at,
					connected_by_member)
				values (?, 0, ?, ?, '{permission.facebook.pages_show_list}', '{}', ?, ?)""", channel, this.organization,
				login, at(NOW), this.member);
		return channel;
	}

	void run(String sql, @Nullable Object... values) {
		this.jdbc.sql(sql).params(Arrays.asList(values)).update();
	}

	static Object at(Instant moment) {
		return moment.atOffset(ZoneOffset.UTC);
	}

}
