package io.channelkeeper.channel.web;

import java.util.List;
import java.util.stream.Stream;

import io.channelkeeper.channel.ListedCreator;

/**
 * The lines of a list as shown, wrong ones first.
 *
 * @param lines each line
 * @param good how many lines become something
 * @param wrong how many lines stay in the box
 */
record ListView(List<ListedCreator> lines, int good, int wrong) {

	static ListView of(List<ListedCreator> lines) {
		List<ListedCreator> wrong = lines.stream().filter(ListedCreator::wrong).toList();
		List<ListedCreator> good = lines.stream().filter((line) -> !line.wrong()).toList();
		return new ListView(Stream.concat(wrong.stream(), good.stream()).toList(), good.size(), wrong.size());
	}

}
