package io.channelkeeper.warning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.channelkeeper.network.ChannelKind;
import io.channelkeeper.network.NetworkId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Weeks of chance in many zones at once: the warnings that are written down are those of
 * a model that counts in the most obvious way.
 */
class ExpiryPropertyTests {

	/** Far east and west, odd offsets, changes at midnight, by half and by two hours. */
	private static final List<String> ZONES = List.of("Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC", "Europe/Berlin",
			"Europe/London", "America/New_York", "America/St_Johns", "America/Havana", "Asia/Beirut", "Asia/Kathmandu",
			"Asia/Kolkata", "Atlantic/Azores", "Australia/Lord_Howe", "Australia/Sydney", "Pacific/Chatham",
			"Antarctica/Troll");

	private static final List<ChannelKind> KINDS = List.of(ChannelKind.values());

	private static final int ORGANIZATIONS = 16;

	private static final int CHANNELS = 6;

	private static final int STEPS = 120;

	private static ExpiryScene scene;

	private final ExpiryModel model = new ExpiryModel();

	private Random chance = new Random(0);

	private Instant now = Instant.EPOCH;

	@BeforeAll
	static void makeScene() {
		scene = new ExpiryScene();
	}

	@AfterAll
	static void closeScene() {
		scene.close();
	}

	/** From: clocks change in spring and in autumn, a leap day, the end of a year. */
	@ParameterizedTest
	@CsvSource({ "2027-03-05,1", "2027-03-20,2", "2027-10-10,3", "2027-10-25,4", "2028-02-10,5", "2028-02-25,6",
			"2028-12-10,7", "2032-02-20,8" })
	@DisplayName("issue 6: what is written down is what an obvious model tells, no more and no less")
	void writesDownWhatTheModelTells(LocalDate from, long seed) {
		this.chance = new Random(seed);
		this.now = from.atStartOfDay(ZoneOffset.UTC).toInstant();
		IntStream.range(0, ORGANIZATIONS).forEach(this::found);
		for (int step = 0; step < STEPS; step++) {
			this.now = this.now.plus(step());
			for (int events = this.chance.nextInt(8); events > 0; events--) {
				happen();
			}
			scene.look(this.now);
			this.model.look(this.now);
			assertThat(scene.look(this.now)).as("a second look at %s", this.now).isZero();
		}
		Set<UUID> mine = this.model.channels.stream().map((channel) -> channel.id).collect(Collectors.toSet());
		List<ExpiryScene.Told> written = scene.told().stream().filter((one) -> mine.contains(one.channel())).toList();
		assertThat(written).doesNotHaveDuplicates();
		Set<ExpiryScene.Told> missing = new HashSet<>(this.model.told);
		written.forEach(missing::remove);
		assertThat(missing).as("missing").isEmpty();
		assertThat(written.stream().filter((one) -> !this.model.told.contains(one))).as("too much").isEmpty();
		assertThat(written).hasSizeGreaterThan(ORGANIZATIONS * CHANNELS)
			.extracting(ExpiryScene.Told::days)
			.contains(0, 1, 5, 10);
	}

	/**
	 * Mostly hours; sometimes nobody looks for days, and sometimes a clock is set back.
	 */
	private Duration step() {
		int kind = this.chance.nextInt(100);
		if (kind < 6) {
			return Duration.ofHours(this.chance.nextInt(24, 24 * 11));
		}
		if (kind < 11) {
			return Duration.ofMinutes(-this.chance.nextInt(1, 60 * 24 * 4));
		}
		return Duration.ofSeconds(this.chance.nextInt(60, 60 * 60 * 9));
	}

	private void found(int number) {
		ZoneId zone = ZoneId.of(ZONES.get(number % ZONES.size()));
		ExpiryModel.Organization organization = new ExpiryModel.Organization(scene.organization(zone), zone);
		this.model.organizations.add(organization);
		organization.members.add(scene.member(organization.id));
		organization.members.add(scene.member(organization.id));
		for (int i = 0; i < CHANNELS; i++) {
			NetworkId network = this.chance.nextBoolean() ? ExpiryScene.INSTAGRAM : ExpiryScene.FACEBOOK;
			Instant connected = this.now.minus(Duration.ofMinutes(this.chance.nextInt(1, 60 * 24 * 30)));
			Instant deadline = deadline(organization);
			ChannelKind kind = kind();
			UUID id = scene.channel(organization.id, network, kind, connected, deadline);
			this.model.channels.add(new ExpiryModel.Channel(id, organization, network, kind, connected, deadline));
		}
	}

	/** Within five weeks, often near midnight there. */
	private Instant deadline(ExpiryModel.Organization organization) {
		Instant any = this.now.plusSeconds(this.chance.nextInt(-3 * 86_400, 35 * 86_400));
		if (this.chance.nextBoolean()) {
			return any;
		}
		LocalDate day = any.atZone(organization.zone).toLocalDate();
		return day.atTime(LocalTime.MIDNIGHT)
			.atZone(organization.zone)
			.toInstant()
			.plusSeconds(this.chance.nextInt(-5_000, 5_000));
	}

	private void happen() {
		ExpiryModel.Channel channel = this.model.channels.get(this.chance.nextInt(this.model.channels.size()));
		switch (this.chance.nextInt(12)) {
			case 0, 1, 2 -> reconnect(channel);
			case 3, 4 -> move(channel, (channel.deadline != null)
					? channel.deadline.plusSeconds(this.chance.nextInt(-90, 90)) : deadline(channel.organization));
			case 5 -> move(channel, this.chance.nextInt(4) == 0 ? null : deadline(channel.organization));
			case 6 -> breakOrMend(channel);
			case 7 -> putAwayOrTakeBack(channel);
			case 8 -> decide(channel.organization, channel.network);
			case 9 -> comeOrGo(channel.organization);
			case 10 -> call(channel);
			default -> count(channel.organization);
		}
	}

	private void reconnect(ExpiryModel.Channel channel) {
		channel.connected = this.now;
		channel.deadline = deadline(channel.organization);
		channel.disconnected = false;
		channel.invalid = false;
		channel.lost = false;
		scene.reconnects(channel.id, this.now, channel.deadline);
		scene.run("update connection set lost_cause = null where channel_id = ?", channel.id);
	}

	private void move(ExpiryModel.Channel channel, @Nullable Instant deadline) {
		channel.deadline = deadline;
		scene.login(channel.id, "deadline = ?", (deadline != null) ? ExpiryScene.at(deadline) : null);
	}

	private void breakOrMend(ExpiryModel.Channel channel) {
		if (this.chance.nextBoolean()) {
			channel.invalid = !channel.invalid;
			scene.login(channel.id, "invalid_cause = ?", channel.invalid ? "PASSWORD_CHANGED" : null);
		}
		else {
			channel.lost = !channel.lost;
			scene.run("update connection set lost_cause = ? where channel_id = ?", channel.lost ? "ROLE_LOST" : null,
					channel.id);
		}
	}

	private void putAwayOrTakeBack(ExpiryModel.Channel channel) {
		if (this.chance.nextBoolean()) {
			channel.disconnected = true;
			scene.run("update connection set login_id = null where channel_id = ?", channel.id);
		}
		else {
			channel.archived = !channel.archived;
			scene.run("update channel set archived_at = ? where id = ?",
					channel.archived ? ExpiryScene.at(this.now) : null, channel.id);
		}
	}

	private void decide(ExpiryModel.Organization organization, NetworkId network) {
		ChannelKind kind = kind();
		List<Integer> days = new ArrayList<>();
		for (int left = this.chance.nextInt(5); left > 0; left--) {
			days.add(this.chance.nextInt(this.chance.nextInt(4) == 0 ? 91 : 12));
		}
		organization.rules.put(network + " " + kind, new ExpiryModel.Rule(days, this.now));
		scene.rule(organization.id, new WarningRule(network, kind, new WarningDays(days)),
				organization.members.getFirst(), this.now);
	}

	/** The first member stays. */
	private void comeOrGo(ExpiryModel.Organization organization) {
		if (organization.members.size() > 2) {
			UUID leaving = organization.members.removeLast();
			scene.run("update member set active = false where id = ?", leaving);
		}
		else {
			organization.members.add(scene.member(organization.id));
		}
	}

	private void call(ExpiryModel.Channel channel) {
		channel.kind = kind();
		scene.run("update channel set kind = ? where id = ?", channel.kind.name(), channel.id);
	}

	private void count(ExpiryModel.Organization organization) {
		if (this.chance.nextBoolean()) {
			organization.hour = this.chance.nextInt(24);
			scene.run("update organization set warning_hour = ? where id = ?", organization.hour, organization.id);
		}
		else {
			organization.zone = ZoneId.of(ZONES.get(this.chance.nextInt(ZONES.size())));
			scene.run("update organization set time_zone = ? where id = ?", organization.zone.getId(), organization.id);
		}
	}

	private ChannelKind kind() {
		return KINDS.get(this.chance.nextInt(KINDS.size()));
	}

}
