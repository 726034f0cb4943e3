package jp.madoguchi.workbench.crash;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stands before SQLite's driver. The writes to a ledger that is watched go through its {@link LedgerWatch}; for every other file
 * this driver is not there. So the program is stopped at its writes without a seam of its own for it. Any thread.
 */
public final class LedgerDriver implements Driver {
    private static final Pattern INSERT = Pattern.compile("INSERT INTO fact \\(([a-z_, ]+)\\).*");
    private static final LedgerDriver FIRST = new LedgerDriver();

    private final Map<String, LedgerWatch> watches = new ConcurrentHashMap<>();
    private volatile List<Driver> others = List.of();

    private LedgerDriver() {}

    /** Lets {@code watch} see the writes of whoever opens this ledger from now on. */
    public static void watch(Path ledger, LedgerWatch watch) {
        FIRST.install();
        FIRST.watches.put(url(ledger), watch);
    }

    static void leave(Path ledger) {
        FIRST.watches.remove(url(ledger));
    }

    private static String url(Path ledger) {
        return "jdbc:sqlite:" + ledger.toAbsolutePath();
    }

    /** Drivers are asked in the order in which they came. */
    private synchronized void install() {
        if (!others.isEmpty()) {
            return;
        }
        List<Driver> before = Collections.list(DriverManager.getDrivers());
        try {
            for (Driver each : before) {
                DriverManager.deregisterDriver(each);
            }
            DriverManager.registerDriver(this);
            for (Driver each : before) {
                DriverManager.registerDriver(each);
            }
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
        others = List.copyOf(before);
    }

    @Override
    public @Nullable Connection connect(String url, Properties properties) throws SQLException {
        LedgerWatch watch = watches.get(url);
        if (watch == null) {
            return null;
        }
        for (Driver each : others) {
            Connection real = each.connect(url, properties);
            if (real != null) {
                return proxy(Connection.class, new Watched(real, watch));
            }
        }
        return null;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(LedgerDriver.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object real, Method method, @Nullable Object... arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    /** Lets a write be made by the watch; answers what it answered, or a success when the watch has put it off. */
    private static Object write(Watching watching, Object success, Call call) throws SQLException {
        Object[] answer = {success};
        watching.watch(() -> {
            try {
                answer[0] = call.call();
            } catch (SQLException failed) {
                throw failed;
            } catch (Throwable defect) {
                throw new IllegalStateException(defect);
            }
        });
        return answer[0];
    }

    private interface Call {
        Object call() throws Throwable;
    }

    private interface Watching {
        void watch(LedgerWatch.Write write) throws SQLException;
    }

    private record Watched(Connection real, LedgerWatch watch) implements InvocationHandler {
        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given)
                throws Throwable {
            @Nullable Object[] arguments = given == null ? new Object[0] : given;
            if (method.getName().equals("createStatement")) {
                Statement statement = real.createStatement();
                return proxy(Statement.class, new Spoken(statement, watch));
            }
            if (method.getName().equals("prepareStatement") && !isRead((String) arguments[0])) {
                PreparedStatement statement = real.prepareStatement((String) arguments[0]);
                return proxy(PreparedStatement.class, new Prepared(statement, real, watch, (String) arguments[0]));
            }
            if (method.getName().equals("commit")) {
                write(write -> watch.commit("transaction", write), "", () -> {
                    real.commit();
                    return "";
                });
                return null;
            }
            return call(real, method, arguments);
        }
    }

    private static boolean isRead(String sql) {
        return sql.stripLeading().startsWith("SELECT");
    }

    /** What is said to the database in words: the schema, and the test whether it can be written. */
    private record Spoken(Statement real, LedgerWatch watch) implements InvocationHandler {
        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given)
                throws Throwable {
            @Nullable Object[] arguments = given == null ? new Object[0] : given;
            if (method.getName().equals("execute") && arguments.length == 1) {
                String sql = String.valueOf(arguments[0]);
                if (sql.equals("COMMIT")) {
                    return write(write -> watch.commit("transaction", write), false, () -> real.execute(sql));
                }
                if (sql.startsWith("PRAGMA user_version =")) {
                    return write(watch::writeNow, false, () -> real.execute(sql));
                }
            }
            return call(real, method, arguments);
        }
    }

    /** A fact to be, or another change. A statement whose write is put off stays open until it is made. */
    private static final class Prepared implements InvocationHandler {
        private final PreparedStatement real;
        private final Connection connection;
        private final LedgerWatch watch;
        private final int kindAt;
        private String name;
        private boolean written;
        private boolean closed;

        Prepared(PreparedStatement real, Connection connection, LedgerWatch watch, String sql) {
            this.real = real;
            this.connection = connection;
            this.watch = watch;
            Matcher insert = INSERT.matcher(sql);
            this.kindAt = insert.matches()
                    ? Arrays.asList(insert.group(1).split(", *")).indexOf("kind") + 1
                    : 0;
            this.name = sql.split(" ", 2)[0];
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given)
                throws Throwable {
            @Nullable Object[] arguments = given == null ? new Object[0] : given;
            switch (method.getName()) {
                case "setString" -> {
                    if (Integer.valueOf(kindAt).equals(arguments[0])) {
                        name = String.valueOf(arguments[1]);
                    }
                    return call(real, method, arguments);
                }
                case "executeUpdate" -> {
                    return connection.getAutoCommit()
                            ? write(write -> watch.commit(name, write), 1, this::update)
                            : write(watch::writeNow, 1, this::update);
                }
                case "close" -> {
                    closed = true;
                    return written ? call(real, method, arguments) : null;
                }
                default -> {
                    return call(real, method, arguments);
                }
            }
        }

        private Object update() throws SQLException {
            written = true;
            int rows = real.executeUpdate();
            if (closed) {
                real.close();
            }
            return rows;
        }
    }

    @Override
    public boolean acceptsURL(String url) {
        return watches.containsKey(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }
}
