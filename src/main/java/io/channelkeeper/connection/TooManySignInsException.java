package io.channelkeeper.connection;

/**
 * Somebody left for a network so often within the hour that nothing more is begun.
 */
public class TooManySignInsException extends RuntimeException {

}
