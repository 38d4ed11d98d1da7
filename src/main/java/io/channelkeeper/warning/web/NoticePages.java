package io.channelkeeper.warning.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.channelkeeper.warning.Notice;
import io.channelkeeper.warning.NoticeTexts;

/**
 * Lays notices out by day, in the reader's zone and the page's language.
 */
@Component
class NoticePages {

	private final NoticeTexts texts;

	NoticePages(NoticeTexts texts) {
		this.texts = texts;
	}

	List<NoticeDay> byDay(List<Notice> notices, ZoneId zone, Locale language) {
		Map<LocalDate, List<NoticeRow>> days = notices.stream()
			.collect(Collectors.groupingBy((notice) -> notice.at().atZone(zone).toLocalDate(), LinkedHashMap::new,
					Collectors.mapping((notice) -> row(notice, zone, language), Collectors.toList())));
		return days.values().stream().map((rows) -> new NoticeDay(rows.getFirst().at(), rows)).toList();
	}

	private NoticeRow row(Notice notice, ZoneId zone, Locale language) {
		return new NoticeRow(notice.id(), notice.kind(), this.texts.text(notice, language, zone), notice.at(),
				notice.solved());
	}

}
