package io.channelkeeper.portfolio;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.creator.NewCreator;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.Tenancy;

/**
 * Makes creators with channels in every condition, for tests of the read side: creators
 * through their service, the rest as rows, because only reading is tested here.
 */
@Component
public class PortfolioRows {

	private final JdbcClient jdbc;

	private final CreatorService creators;

	private final Clock clock;

	PortfolioRows(JdbcClient jdbc, CreatorService creators, Clock clock) {
		this.jdbc = jdbc;
		this.creators = creators;
		this.clock = clock;
	}

	/** A creator without channels. */
	public UUID creator(Viewer viewer, String name, String... tags) {
		return creator(viewer, name, null, tags);
	}

	/** A creator whom a member looks after. */
	public UUID creator(Viewer viewer, String name, @Nullable UUID lookedAfterBy, String... tags) {
		return Tenancy.within(viewer.organizationId(), () -> this.creators.create(viewer,
				new NewCreator(name, null, Locale.GERMAN, lookedAfterBy, List.of(tags))));
	}

	/** A channel that nobody connected. */
	public UUID channel(Viewer viewer, UUID creator, String network, String handle) {
		UUID id = Ids.next();
		run("""
				insert into channel (id, version, organization_id, creator_id, network, handle, handle_key, added_at)
				values (?, 0, ?, ?, ?, ?, ?, ?)""", id, viewer.organizationId(), creator, network, handle, handle + id,
				now());
		return id;
	}

	/** Connects a channel by its creator, through Facebook, for that long. */
	public UUID connect(Viewer viewer, UUID channel, @Nullable Duration remaining) {
		UUID login = Ids.next();
		run("""
				insert into social_login (id, version, organization_id, provider, external_user_id, scopes, access_token,
					deadline, deadline_source, connected_at)
				values (?, 0, ?, 'facebook', ?, '{}', '\\x00', ?, ?, ?)""",
				login, viewer.organizationId(), login.toString(),
				(remaining != null) ? this.clock.instant().plus(remaining).atOffset(ZoneOffset.UTC) : null,
				(remaining != null) ? "REPORTED" : "NONE", now());
		run("""
				insert into connection (channel_id, version, organization_id, login_id, granted, missing, connected_at,
					connected_by_creator)
				values (?, 0, ?, ?, '{permission.facebook.pages_show_list}', '{}', ?, true)""", channel,
				viewer.organizationId(), login, now());
		return login;
	}

	/** It was the viewer, not the creator, who connected a channel. */
	public void connectedBy(Viewer viewer, UUID channel) {
		run("update connection set connected_by_creator = false, connected_by_member = ? where channel_id = ?",
				viewer.memberId(), channel);
	}

	public void invalid(UUID login, String cause) {
		run("update social_login set invalid_cause = ?, invalid_since = ? where id = ?", cause, now(), login);
	}

	/** Somebody signed in again. */
	public void mend(UUID login) {
		run("update social_login set invalid_cause = null, invalid_since = null, unreadable_since = null where id = ?",
				login);
	}

	public void unreadable(UUID login) {
		run("update social_login set unreadable_since = ? where id = ?", now(), login);
	}

	public void disconnect(Viewer viewer, UUID channel) {
		run("""
				update connection set login_id = null, disconnected_at = ?, disconnected_by_member = ?
				where channel_id = ?""", now(), viewer.memberId(), channel);
	}

	public void ineligible(UUID channel, String reason) {
		run("""
				update channel set ineligible_reason = ?, ineligible_source = 'ATTEMPT', ineligible_at = ?
				where id = ?""", reason, now(), channel);
	}

	public void followers(UUID channel, long count) {
		run("update channel set followers = ?, profile_at = ? where id = ?", count, now(), channel);
	}

	/** Invites to a channel; the state as stored. */
	public UUID invite(Viewer viewer, UUID creator, UUID channel, String state, @Nullable String diagnosis) {
		UUID invitation = Ids.next();
		Object until = this.clock.instant().plus(Duration.ofDays(14)).atOffset(ZoneOffset.UTC);
		run("""
				insert into invitation (id, version, organization_id, creator_id, language, invited_by, sender,
					created_at, valid_until)
				values (?, 0, ?, ?, 'de', ?, ?, ?, ?)""", invitation, viewer.organizationId(), creator,
				viewer.memberId(), viewer.memberId(), now(), until);
		run("""
				insert into invitation_channel (invitation_id, channel_id, organization_id, position, provider, state,
					state_since, started_at, diagnosis)
				values (?, ?, ?, 0, 'facebook', ?, ?, ?, ?)""", invitation, channel, viewer.organizationId(), state,
				now(), now(), diagnosis);
		run("insert into asked_channel (channel_id, organization_id, asked_at, asked_until) values (?, ?, ?, ?)",
				channel, viewer.organizationId(), now(), until);
		return invitation;
	}

	/** A channel that hangs on a login beside others (H-7). */
	public void hangOn(UUID login, UUID channel) {
		run("update connection set login_id = ? where channel_id = ?", login, channel);
	}

	/**
	 * A member asked another one to connect a channel again. What is invalid already was
	 * so then.
	 */
	public void ask(Viewer asker, UUID channel, Viewer asked, Duration ago) {
		run("""
				update social_login set invalid_since = least(invalid_since, ?)
				where id = (select login_id from connection where channel_id = ?) and invalid_cause is not null""",
				this.clock.instant().minus(ago).atOffset(ZoneOffset.UTC), channel);
		run("""
				insert into reconnect_request (id, version, organization_id, channel_id, asked_by, asked_at, asked)
				values (?, 0, ?, ?, ?, ?, ?)""", Ids.next(), asker.organizationId(), channel, asker.memberId(),
				this.clock.instant().minus(ago).atOffset(ZoneOffset.UTC), new UUID[] { asked.memberId() });
	}

	/** The last mail of an invitation came back. */
	public void refuseMail(Viewer viewer, UUID invitation) {
		UUID mail = Ids.next();
		run("""
				insert into mail (id, organization_id, kind, recipient, subject, state, created_at, due_at)
				values (?, ?, 'INVITATION', 'ana@example.org', '', 'REFUSED', ?, ?)""", mail, viewer.organizationId(),
				now(), now());
		run("""
				insert into invitation_link (token_hash, organization_id, invitation_id, via, mail_id, created_at)
				values (decode(?, 'hex'), ?, ?, 'MAIL', ?, ?)""", mail.toString().replace("-", ""),
				viewer.organizationId(), invitation, mail, now());
	}

	public void picture(Viewer viewer, UUID channel, String hash) {
		run("insert into channel_picture (channel_id, organization_id, hash, fetched_at) values (?, ?, ?, ?)", channel,
				viewer.organizationId(), hash, now());
	}

	/** The last attempt to fetch a picture brought none. */
	public void noPicture(Viewer viewer, UUID channel, @Nullable String reason) {
		run("insert into channel_picture (channel_id, organization_id, missing_reason) values (?, ?, ?)", channel,
				viewer.organizationId(), reason);
	}

	public Instant instant() {
		return this.clock.instant();
	}

	private Object now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private void run(String sql, @Nullable Object... values) {
		this.jdbc.sql(sql).params(Arrays.asList(values)).update();
	}

}
