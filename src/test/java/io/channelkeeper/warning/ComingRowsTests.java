package io.channelkeeper.warning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.channelkeeper.network.ChannelKind;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is announced for the next 30 days, against what is written down once they pass.
 */
class ComingRowsTests {

	private static final List<String> ZONES = List.of("Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Berlin",
			"America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe", "America/Havana", "Nowhere/Land");

	private static final List<ChannelKind> KINDS = List.of(ChannelKind.values());

	private static ExpiryScene scene;

	private static ComingRows rows;

	@BeforeAll
	static void makeScene() {
		scene = new ExpiryScene();
		rows = new ComingRows(scene.jdbc);
	}

	@AfterAll
	static void closeScene() {
		scene.close();
	}

	@ParameterizedTest
	@CsvSource({ "2027-03-05,1", "2027-10-10,2", "2028-02-10,3" })
	@DisplayName("B-16: what is announced for 30 days is written down in them, also after a clock was set back")
	void announcesWhatIsWrittenDown(LocalDate from, long seed) {
		Random chance = new Random(seed);
		Instant now = from.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(chance.nextInt(86_400));
		List<UUID> organizations = ZONES.stream().map((zone) -> fill(zone, now, chance)).toList();
		scene.look(now.minus(Duration.ofDays(chance.nextInt(1, 9))));
		if (seed == 2) {
			scene.look(now.plus(Duration.ofDays(4)));
		}
		scene.look(now);
		Instant until = now.plus(ComingWarnings.AHEAD);
		Set<Announced> announced = new HashSet<>();
		organizations.forEach((organization) -> days(organization, now, until).stream()
			.flatMap((day) -> day.shown().stream())
			.forEach((one) -> announced.add(new Announced(one.id(), one.deadline(), one.days()))));
		Set<ExpiryScene.Told> before = Set.copyOf(scene.told());
		for (Instant at = now; at.isBefore(until); at = at.plus(Duration.ofHours(3))) {
			scene.look(at);
		}
		scene.look(until);
		Set<Announced> written = new HashSet<>();
		scene.told()
			.stream()
			.filter((one) -> !before.contains(one))
			.forEach((one) -> written.add(new Announced(one.channel(), one.about(), one.days())));
		assertThat(announced).isEqualTo(written).hasSizeGreaterThan(100);
		scene.run("update connection set login_id = null");
	}

	@Test
	@DisplayName("B-16: what was settled because the end had moved away is announced when it comes back")
	void announcesWhatCameBack() {
		UUID organization = scene.organization("UTC");
		scene.member(organization);
		Instant now = Instant.parse("2027-06-01T00:00:00Z");
		UUID channel = scene.channel(organization, now.plus(Duration.ofDays(10)));
		scene.look(now.plus(Duration.ofDays(6)));
		assertThat(days(organization, now, now.plus(Duration.ofDays(7)))).isEmpty();
		scene.run("update warning set outcome = 'MOVED', settled_at = created_at where channel_id = ?", channel);
		assertThat(days(organization, now, now.plus(Duration.ofDays(7)))).hasSize(2);
	}

	@Test
	@DisplayName("B-16, M-33, B-8: as many mails to members as there are who hear of something that day")
	void countsMailsToMembers() {
		UUID organization = scene.organization("UTC");
		UUID all = scene.member(organization);
		UUID mine = scene.member(organization);
		UUID none = scene.member(organization);
		scene.run("update member set role = 'MARKETER' where id = any(?)", (Object) new UUID[] { all, mine, none });
		choose(mine, organization, "MINE");
		choose(none, organization, "NONE");
		Instant now = Instant.parse("2027-06-01T00:00:00Z");
		UUID hers = scene.channel(organization, now.plus(Duration.ofDays(20)));
		scene.run("update creator set looked_after_by = ? where id = (select creator_id from channel where id = ?)",
				mine, hers);
		scene.channel(organization, now.plus(Duration.ofDays(23)));
		scene.channel(organization, now.plus(Duration.ofDays(23)));
		assertThat(mails(organization, now)).containsEntry("2027-06-11", "1 channels, 2 members")
			.containsEntry("2027-06-14", "2 channels, 1 members");
		choose(all, organization, "NONE");
		UUID admin = scene.member(organization);
		choose(admin, organization, "NONE");
		assertThat(mails(organization, now)).containsEntry("2027-06-11", "1 channels, 1 members")
			.containsEntry("2027-06-14", "2 channels, 1 members");
		scene.run("update member set active = false where organization_id = ?", organization);
		assertThat(mails(organization, now)).containsEntry("2027-06-14", "2 channels, 0 members");
	}

	@Test
	@DisplayName("B-2, B-16: creators with an address get one mail in three days, but for the last two days")
	void countsMailsToCreators() {
		UUID organization = scene.organization("UTC");
		Instant now = Instant.parse("2027-06-01T00:00:00Z");
		UUID first = scene.channel(organization, Instant.parse("2027-06-15T12:00:00Z"));
		UUID second = scene.channel(organization, Instant.parse("2027-06-17T12:00:00Z"));
		UUID creator = scene.jdbc.sql("select creator_id from channel where id = ?")
			.param(first)
			.query(UUID.class)
			.single();
		scene.run("update channel set creator_id = ? where id = ?", creator, second);
		UUID silent = scene.channel(organization, Instant.parse("2027-06-15T12:00:00Z"));
		UUID members = scene.channel(organization, Instant.parse("2027-06-15T12:00:00Z"));
		scene.run("update connection set connected_by_creator = false where channel_id = ?", members);
		scene.run("""
				update creator set email = 'a' || id || '@example.org'
				where organization_id = ? and id <> (select creator_id from channel where id = ?)""", organization,
				silent);
		assertThat(toCreators(organization, now)).containsExactly("05", "10", "14", "15", "16", "17");
		scene.run("update organization set renewal_mails = false where id = ?", organization);
		assertThat(toCreators(organization, now)).isEmpty();
	}

	@Test
	@DisplayName("B-16: renewals are counted by sign-in: by themselves, by creators, by members")
	void countsRenewals() {
		UUID organization = scene.organization("UTC");
		Instant now = Instant.parse("2027-06-01T00:00:00Z");
		UUID first = scene.channel(organization, now.plus(Duration.ofDays(3)));
		UUID sibling = scene.channel(organization, now.plus(Duration.ofDays(3)));
		scene.run("""
				update connection set login_id = (select login_id from connection where channel_id = ?)
				where channel_id = ?""", first, sibling);
		UUID members = scene.channel(organization, now.plus(Duration.ofDays(30)));
		scene.run("update connection set connected_by_creator = false where channel_id = ?", members);
		scene.channel(organization, now.plus(Duration.ofDays(31)));
		scene.channel(organization, now.minus(Duration.ofDays(1)));
		for (int number = 0; number < 5; number++) {
			UUID itself = scene.channel(organization, now.plus(Duration.ofDays(50)));
			scene.login(itself, "renew_at = ?", ExpiryScene.at(now.plus(Duration.ofDays(number * 10L))));
			if (number == 1) {
				scene.login(itself, "deadline = null");
			}
			if (number == 2) {
				scene.login(itself, "invalid_cause = 'PASSWORD_CHANGED'");
			}
		}
		scene.login(members, "renew_at = ?", ExpiryScene.at(now));
		Tenancy.within(organization, () -> assertThat(rows.renewals(now, now.plus(ComingWarnings.AHEAD)))
			.isEqualTo(new ComingRenewals(3, 1, 1)));
		Tenancy.within(scene.organization("UTC"),
				() -> assertThat(rows.renewals(now, now.plus(ComingWarnings.AHEAD)).all()).isZero());
	}

	@Test
	@DisplayName("B-16: the line of the portfolio reads of 20,000 logins its own, and of deadlines those of 30 days")
	void readsOnlyItsOwn() {
		Instant ends = Instant.parse("2029-06-11T12:00:00Z");
		ManyLogins.make(scene, 10, 2_000, ends);
		UUID organization = scene.jdbc.sql("select organization_id from social_login where deadline > ? limit 1")
			.param(ExpiryScene.at(ends))
			.query(UUID.class)
			.single();
		JsonNode plan = JsonMapper.shared()
			.readTree(scene.jdbc.sql("explain (analyze, format json) " + ComingRows.RENEWALS)
				.param("organization", organization)
				.param("now", ExpiryScene.at(ends.minus(Duration.ofDays(10))))
				.param("until", ExpiryScene.at(ends.plus(Duration.ofDays(20))))
				.query(String.class)
				.single());
		assertThat(plan.findValuesAsString("Index Name")).contains("social_login_deadline");
		assertThat(ExpiryRowsTests.read(plan, "social_login")).isBetween(400L, 2_500L);
	}

	/**
	 * Fifteen channels, some told already, some connected lately, and rules of its own.
	 */
	private static UUID fill(String zone, Instant now, Random chance) {
		UUID organization = scene.organization(zone);
		UUID member = scene.member(organization);
		if (chance.nextBoolean()) {
			scene.run("update organization set warning_hour = ? where id = ?", chance.nextInt(24), organization);
		}
		if (chance.nextBoolean()) {
			scene.rule(organization,
					new WarningRule(ExpiryScene.FACEBOOK, ChannelKind.OWNED,
							new WarningDays(chance.ints(chance.nextInt(6), 0, 91).distinct().boxed().toList())),
					member, now.minus(Duration.ofHours(chance.nextInt(400))));
		}
		for (int number = 0; number < 15; number++) {
			NetworkId network = chance.nextBoolean() ? ExpiryScene.INSTAGRAM : ExpiryScene.FACEBOOK;
			Instant deadline = now.plusSeconds(chance.nextInt(-5 * 86_400, 60 * 86_400));
			if (chance.nextInt(3) == 0) {
				ZoneId known = zone.startsWith("Nowhere") ? ZoneOffset.UTC : ZoneId.of(zone);
				deadline = deadline.atZone(known)
					.toLocalDate()
					.atStartOfDay(known)
					.toInstant()
					.plusSeconds(chance.nextInt(-4000, 4000));
			}
			UUID channel = scene.channel(organization, network, KINDS.get(chance.nextInt(KINDS.size())),
					now.minus(Duration.ofMinutes(chance.nextInt(60 * 24 * 20))), deadline);
			if (chance.nextInt(9) == 0) {
				scene.login(channel, "invalid_cause = 'PASSWORD_CHANGED'");
			}
		}
		return organization;
	}

	private static void choose(UUID member, UUID organization, String scope) {
		scene.run("""
				insert into notice_choice (member_id, organization_id, kind, way, scope, changed_at)
				values (?, ?, 'EXPIRING', 'MAIL', ?, ?)
				on conflict (member_id, kind, way) do update set scope = excluded.scope""", member, organization, scope,
				ExpiryScene.at(Instant.EPOCH));
	}

	private static Map<String, String> mails(UUID organization, Instant now) {
		Map<String, String> mails = new TreeMap<>();
		days(organization, now, now.plus(ComingWarnings.AHEAD)).forEach((day) -> mails
			.put(day.at().toString().substring(0, 10), day.channels() + " channels, " + day.toMembers() + " members"));
		return mails;
	}

	private static List<String> toCreators(UUID organization, Instant now) {
		List<String> days = new ArrayList<>();
		days(organization, now, now.plus(ComingWarnings.AHEAD)).stream()
			.filter((day) -> day.toCreators() > 0)
			.peek((day) -> assertThat(day.toCreators()).isEqualTo(1))
			.forEach((day) -> days.add(day.at().toString().substring(8, 10)));
		return days;
	}

	private static List<ComingDay> days(UUID organization, Instant now, Instant until) {
		return Tenancy.within(organization,
				() -> rows.days(ExpiryRows.values(ExpiryScene.USUAL, ExpiryScene.HOUR, now), until, 10_000));
	}

	/** What was announced, or written down. */
	private record Announced(UUID channel, @Nullable Instant deadline, int days) {
	}

}
