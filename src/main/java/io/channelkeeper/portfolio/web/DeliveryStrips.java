package io.channelkeeper.portfolio.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.connection.DataGap;
import io.channelkeeper.connection.DeliveryRecord;
import io.channelkeeper.network.Guidance;

/**
 * Draws what the data-gap ledger knows of the last ninety days, in days of the reader's
 * time zone, and says it (B-23). A day with any gap is a day with a gap: nothing breaks
 * unseen.
 */
@Component
class DeliveryStrips {

	static final int DAYS = 90;

	/** More gaps are counted only. */
	private static final int NAMED = 3;

	private final Guidance guidance;

	private final Clock clock;

	DeliveryStrips(Guidance guidance, Clock clock) {
		this.guidance = guidance;
		this.clock = clock;
	}

	@Nullable DeliveryStrip strip(@Nullable DeliveryRecord delivery, Reader reader) {
		if (delivery == null) {
			return null;
		}
		LocalDate today = this.clock.instant().atZone(reader.zone()).toLocalDate();
		List<Day> days = Stream.iterate(today.minusDays(DAYS - 1L), (day) -> day.plusDays(1))
			.limit(DAYS)
			.map((day) -> day(day, delivery, reader))
			.toList();
		List<Stretch> stretches = stretches(days);
		return new DeliveryStrip(stretches.stream().map((stretch) -> run(stretch, reader)).toList(),
				text(days, stretches, reader));
	}

	/** Why a gap is, in a word or two. */
	String reason(DataGap gap, Reader reader) {
		return (gap.cause() != null) ? this.guidance.cause(gap.cause(), gap.causeDetail(), reader.language())
				: reader.text("portfolio.strip." + gap.state());
	}

	private Day day(LocalDate date, DeliveryRecord delivery, Reader reader) {
		Instant begins = date.atStartOfDay(reader.zone()).toInstant();
		Instant ends = date.plusDays(1).atStartOfDay(reader.zone()).toInstant();
		if (!delivery.knownSince().isBefore(ends)) {
			return new Day(date, Sort.UNKNOWN, "", false);
		}
		List<DataGap> touching = delivery.gaps()
			.stream()
			.filter((gap) -> gap.begins().isBefore(ends) && (gap.ends() == null || gap.ends().isAfter(begins)))
			.toList();
		if (touching.isEmpty()) {
			return new Day(date, Sort.DATA, "", false);
		}
		return new Day(date, Sort.GAP,
				touching.stream().map((gap) -> reason(gap, reader)).distinct().collect(Collectors.joining(", ")),
				touching.getLast().isOpen());
	}

	/**
	 * Days of the same sort and reason in a row. A day on which one reason followed the
	 * other belongs to both and counts as a stretch of its own only where nothing else
	 * does.
	 */
	private static List<Stretch> stretches(List<Day> days) {
		List<Stretch> stretches = new ArrayList<>();
		int from = 0;
		for (int next = 1; next <= days.size(); next++) {
			if (next == days.size() || !days.get(next).isLike(days.get(from))) {
				stretches.add(new Stretch(from, days.subList(from, next)));
				from = next;
			}
		}
		return stretches;
	}

	private static DeliveryStrip.Run run(Stretch stretch, Reader reader) {
		StringBuilder path = new StringBuilder();
		for (int bar = stretch.at(); bar < stretch.at() + stretch.days().size(); bar++) {
			path.append('M').append(bar * 4 + 2).append(stretch.sort().bar);
		}
		String range = range(stretch, reader);
		String title = switch (stretch.sort()) {
			case DATA -> reader.text("portfolio.strip.title.data", range);
			case GAP -> reader.text("portfolio.strip.title.gap", range, stretch.reason());
			case UNKNOWN -> reader.text("portfolio.strip.title.unknown", range);
		};
		return new DeliveryStrip.Run(stretch.sort().look, path.toString(), title);
	}

	private static String text(List<Day> days, List<Stretch> stretches, Reader reader) {
		long known = days.stream().filter((day) -> day.sort() != Sort.UNKNOWN).count();
		long data = days.stream().filter((day) -> day.sort() == Sort.DATA).count();
		List<String> parts = new ArrayList<>(List.of(reader.text("portfolio.strip.days", data, known)));
		List<Stretch> gaps = stretches.stream().filter((stretch) -> stretch.sort() == Sort.GAP).toList();
		if (gaps.size() > NAMED) {
			parts.add(reader.text("portfolio.strip.gaps", gaps.size(), gap(gaps.getLast(), reader)));
		}
		else {
			gaps.forEach((gap) -> parts.add(gap(gap, reader)));
		}
		if (known > 0 && known < DAYS) {
			Day first = days.get((int) (DAYS - known));
			parts.add(reader.text("portfolio.strip.unknown", reader.day(noon(first.date(), reader.zone()))));
		}
		return String.join("; ", parts);
	}

	private static String gap(Stretch gap, Reader reader) {
		if (gap.days().getLast().open()) {
			return reader.text("portfolio.strip.gap.open", reader.day(noon(gap.first(), reader.zone())), gap.reason());
		}
		String key = gap.first().equals(gap.last()) ? "portfolio.strip.gap.day" : "portfolio.strip.gap";
		return reader.text(key, range(gap, reader), gap.reason());
	}

	/**
	 * "3 to 5 Nov"; the month twice where they differ, and where the language needs it.
	 */
	private static String range(Stretch stretch, Reader reader) {
		String last = reader.day(noon(stretch.last(), reader.zone()));
		if (stretch.first().equals(stretch.last())) {
			return last;
		}
		boolean sameMonth = ChronoUnit.MONTHS.between(stretch.first().withDayOfMonth(1),
				stretch.last().withDayOfMonth(1)) == 0;
		String first = (sameMonth && reader.language().getLanguage().equals("en"))
				? Integer.toString(stretch.first().getDayOfMonth()) : reader.day(noon(stretch.first(), reader.zone()));
		return reader.text("portfolio.strip.range", first, last);
	}

	private static Instant noon(LocalDate date, ZoneId zone) {
		return date.atTime(12, 0).atZone(zone).toInstant();
	}

	/** What is known of a day, and its bar: full, half as high, or a dot. */
	private enum Sort {

		DATA("data", " 4V20"), GAP("gap", " 0V20"), UNKNOWN("unknown", " 16V20");

		private final String look;

		private final String bar;

		Sort(String look, String bar) {
			this.look = look;
			this.bar = bar;
		}

	}

	/** One day. */
	private record Day(LocalDate date, Sort sort, String reason, boolean open) {

		boolean isLike(Day other) {
			return this.sort == other.sort && this.reason.equals(other.reason);
		}

	}

	/** Days in a row of which the same is known; at tells the place of the first. */
	private record Stretch(int at, List<Day> days) {

		Sort sort() {
			return this.days.getFirst().sort();
		}

		String reason() {
			return Objects.requireNonNull(this.days.getFirst().reason());
		}

		LocalDate first() {
			return this.days.getFirst().date();
		}

		LocalDate last() {
			return this.days.getLast().date();
		}

	}

}
