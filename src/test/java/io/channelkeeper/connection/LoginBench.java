package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import io.channelkeeper.network.DeadlineSource;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.TokenValue;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.Tenancy;

/**
 * Many people's logins at a network with tokens that work once, kept by the application's
 * own means.
 */
public final class LoginBench {

	private static final ProviderId TIKTOK = new ProviderId("tiktok");

	private final UUID organization = Ids.next();

	private final UUID creator = Ids.next();

	private final JdbcClient jdbc;

	private final SocialLogins logins;

	private final TransactionTemplate transactions;

	private final Clock clock;

	public LoginBench(ApplicationContext context) {
		this.jdbc = context.getBean(JdbcClient.class);
		this.logins = context.getBean(SocialLogins.class);
		this.transactions = context.getBean(TransactionTemplate.class);
		this.clock = context.getBean(Clock.class);
		run("""
				insert into organization (id, version, name, language, time_zone, created_at)
				values (?, 0, 'Bench', 'en', 'UTC', ?)""", this.organization, now());
		run("""
				insert into creator (id, version, organization_id, name, language, created_at)
				values (?, 0, ?, 'Bench', 'en', ?)""", this.creator, this.organization, now());
	}

	/** Somebody signs in, and a channel hangs on it. */
	public void connect(int number, String access, long seconds, String refresh) {
		UUID login = signIn(number, access, seconds, refresh);
		UUID channel = Ids.next();
		run("""
				insert into channel (id, version, organization_id, creator_id, network, handle, handle_key, external_id,
					added_at)
				values (?, 0, ?, ?, 'tiktok', ?, ?, ?, ?)""", channel, this.organization, this.creator,
				"person" + number, "person" + number, "oid-" + number, now());
		run("""
				insert into connection (channel_id, version, organization_id, login_id, granted, missing, connected_at,
					connected_by_creator)
				values (?, 0, ?, ?, '{}', '{}', ?, true)""", channel, this.organization, login, now());
	}

	/** Somebody signs in again. */
	public UUID signIn(int number, String access, long seconds, String refresh) {
		Instant now = this.clock.instant();
		Grant grant = new Grant("oid-" + number, null, new TokenValue(access), now.plusSeconds(seconds),
				new TokenValue(refresh), now.plusSeconds(15_552_000),
				Set.of("user.info.basic", "user.info.profile", "user.info.stats"), now.plusSeconds(15_552_000),
				DeadlineSource.REPORTED);
		return Objects.requireNonNull(Tenancy.within(this.organization, () -> this.transactions.execute((status) -> {
			this.logins.lock(TIKTOK, grant.userId());
			return this.logins.keep(TIKTOK, grant, new SignedInBy(null, this.creator), now).id();
		})));
	}

	/** Makes everything due, whatever was planned. */
	public void makeDue(String column) {
		run("update social_login set " + column + " = connected_at where " + column + " is not null");
	}

	/** How many are still to be renewed. */
	public long due() {
		return count("token_version = 1");
	}

	/** How many are being renewed. */
	public long busy() {
		return count("renewing_by is not null");
	}

	/** How many were not verified since. */
	public long unverified(Instant since) {
		return count("access_token is not null and (checked_at is null or checked_at < ?)",
				since.atOffset(ZoneOffset.UTC));
	}

	/** How every login stands in the database, its tokens opened. */
	public List<Standing> standings() {
		Instant now = this.clock.instant();
		return Tenancy.within(this.organization,
				() -> this.jdbc.sql("select * from social_login").query((row, number) -> {
					LoginRow login = LoginRow.read(row);
					TokenValue refresh = this.logins.open(login.asked().login(), login.tokens()).refresh();
					Instant deadline = login.kept().deadline();
					return new Standing(Integer.parseInt(login.kept().user().substring("oid-".length())),
							(refresh != null) ? Long.parseLong(refresh.value().split("\\.", -1)[2]) : -1,
							login.asked().version(), row.getObject("in_doubt_since", OffsetDateTime.class),
							row.getString("invalid_cause"), row.getObject("renewing_by") != null,
							deadline != null && !deadline.isAfter(now));
				}).list());
	}

	private long count(String condition, Object... values) {
		return this.jdbc.sql("select count(*) from social_login where " + condition)
			.params(values)
			.query(Long.class)
			.single();
	}

	private void run(String sql, @Nullable Object... values) {
		this.jdbc.sql(sql).params(Arrays.asList(values)).update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	/**
	 * How a login stands in the database.
	 *
	 * @param number whose it is
	 * @param generation which of the person's refresh tokens is kept
	 * @param version which set of tokens that is here
	 * @param inDoubtSince since when it is in doubt, or null
	 * @param invalid why it is invalid, or null
	 * @param busy whether it is being renewed
	 * @param expired whether its deadline has passed
	 */
	public record Standing(int number, long generation, long version, @Nullable OffsetDateTime inDoubtSince,
			@Nullable String invalid, boolean busy, boolean expired) {

		/** Whether somebody is told that it has to be signed in again. */
		public boolean isFlagged() {
			return this.inDoubtSince != null;
		}

	}

}
