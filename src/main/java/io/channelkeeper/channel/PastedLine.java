package io.channelkeeper.channel;

import java.util.List;

/**
 * One line of a pasted list.
 *
 * @param number where it begins in the list, from 1
 * @param raw as it was pasted
 * @param cells what stands between its separators, without quotes
 */
record PastedLine(int number, String raw, List<String> cells) {

}
