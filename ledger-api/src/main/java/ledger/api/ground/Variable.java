package ledger.api.ground;

import java.util.Optional;

/**
 * Every environment variable that an installation is set by. The tables of settings in the documents are made from
 * here, and whatever the code, the launcher or the files of {@code docker} read is here.
 */
public enum Variable {
    LEDGER_DATA_DIR(
            Reader.SERVICE, new Default("ledger-data", "`ledger-data` beside the launcher", "启动脚本旁的 `ledger-data`"),
            "where database, tokens and sample files are kept", "数据库、令牌和样例文件存放的目录"),
    LEDGER_PORT(Reader.SERVICE, Default.of("8080"), "port of the service", "服务端口"),
    LEDGER_BIND(
            Reader.SERVICE, Default.of("127.0.0.1"),
            "address the service listens on; put a TLS proxy in front before opening it to others; the command line "
                    + "speaks to 127.0.0.1",
            "服务监听的地址；对外开放前请先在前面放置 TLS 代理；命令行总是连接 127.0.0.1"),
    LEDGER_DB_URL(
            Reader.SERVICE, Default.NONE,
            "a PostgreSQL server instead of the embedded one, `jdbc:postgresql://host:5432/name`; excludes `demo` and "
                    + "rounds ahead of their day",
            "改用外部 PostgreSQL，形如 `jdbc:postgresql://主机:5432/库名`；此时不能 `demo`，也不能提前认定"),
    LEDGER_DB_USER(Reader.SERVICE, Default.of("postgres"), "user of the database", "数据库用户名"),
    LEDGER_DB_PASSWORD(
            Reader.SERVICE, Default.NONE,
            "password of that user; with compose the first start settles it, so keep it",
            "该用户的密码；使用 compose 时由首次启动确定，请妥善保存"),
    LEDGER_DB_OWNER(
            Reader.SERVICE, new Default("", "`LEDGER_DB_USER`", "`LEDGER_DB_USER`"),
            "another user who owns and migrates the tables, so that `LEDGER_DB_USER` cannot change facts",
            "另设一个拥有数据表并负责升级的用户，使 `LEDGER_DB_USER` 无法改动事实"),
    LEDGER_DB_OWNER_PASSWORD(Reader.SERVICE, Default.NONE, "password of that owner", "该所有者的密码"),
    LEDGER_DB_CONNECTIONS(
            Reader.SERVICE, Default.of("24"),
            "connections to the database at most", "数据库连接数上限"),
    LEDGER_ZONE(
            Reader.SERVICE, Default.of("Asia/Shanghai"),
            "time zone; the first start fixes it", "时区；首次启动时确定，以后不变"),
    LEDGER_RULEBOOK(
            Reader.SERVICE, Default.of("default-cn"),
            "id of the rulebook that judges new entries: `default-cn`, `law-only`, `korea`, `zj-2018`, or one of your "
                    + "own",
            "评判新记录所用的规则集：`default-cn`、`law-only`、`korea`、`zj-2018`，或自备的规则集"),
    LEDGER_RULEBOOKS(
            Reader.SERVICE, Default.NONE,
            "directory with your own rulebooks and calendars of working days (YAML), beside the shipped ones",
            "自备规则集和工作日历（YAML）所在的目录，与自带的一并使用"),
    LEDGER_SCHEMES(
            Reader.SERVICE, Default.of("cn-cyl-star,cn-min-duty"),
            "ids of the schemes in use whose text was read; examples are put into use by `./ledger schemes sign`; the "
                    + "sample city adds its own award",
            "启用的方案编号（限已读过原文的）；示例方案用 `./ledger schemes sign` 签字启用；样例城市会自动加上它自己的奖项"),
    LEDGER_MAX_UPLOAD_MB(
            Reader.SERVICE, Default.of("512"),
            "the largest file that is taken, in megabytes; a larger one is answered with 413",
            "可接收的最大文件（MB），超过时答复 413"),
    LEDGER_ASYNC_OVER_BYTES(
            Reader.SERVICE, Default.of("2097152"),
            "rosters over so many bytes are answered as a job", "名单超过多少字节时改为后台任务处理"),
    LEDGER_REPORT_DAYS(
            Reader.SERVICE, Default.of("30"),
            "days after which an uploaded roster and its report are destroyed",
            "上传的名单和逐行结果保留多少天后销毁"),
    LEDGER_WAL_ARCHIVE(
            Reader.SERVICE, Default.NONE,
            "directory where the embedded database lays its write-ahead log, so that a backup can stand again at any "
                    + "later moment",
            "内置数据库存放预写日志归档的目录，有了它，备份可以恢复到之后的任一时刻"),
    LEDGER_EVENT_STORE(
            Reader.SERVICE, Default.of("postgres"),
            "where facts are kept: `postgres`, or `axon-server`; the first start fixes it",
            "史实存放在哪里：`postgres` 或 `axon-server`；首次启动时确定，以后不变"),
    LEDGER_AXON_SERVERS(
            Reader.SERVICE, Default.NONE,
            "`host:port[,host:port]` of Axon Server; needed with `axon-server`, and only there",
            "Axon Server 的地址，形如 `主机:端口[,主机:端口]`；仅在选用 `axon-server` 时填写，且必须填写"),
    LEDGER_TOKEN(
            Reader.COMMAND_LINE, new Default("", "the operator of the data directory", "数据目录的操作员"),
            "who the command line is", "命令行以谁的身份行事"),
    LEDGER_JAVA_OPTS(
            Reader.LAUNCHER, Default.NONE, "more options for Java, such as `-Xmx2g`", "其他 Java 选项，例如 `-Xmx2g`"),
    LEDGER_TERMINAL(
            Reader.COMMAND_LINE, new Default("", "set by the launcher", "由启动脚本设置"),
            "`1` where the output is a terminal, on which progress is a bar that moves",
            "输出到终端时为 `1`，进度显示为进度条"),
    LEDGER_PORT_2(
            Reader.COMPOSE, Default.of("8081"),
            "port of the second node, where there are two", "有两个节点时，第二个节点的端口"),
    LEDGER_REQUIRE_BROWSER(
            Reader.CHECKS, Default.NONE,
            "`true`: tests in a browser fail where there is none, instead of being skipped",
            "为 `true` 时，没有浏览器则浏览器测试失败，而不是跳过"),
    LEDGER_REQUIRE_LINTERS(
            Reader.CHECKS, Default.NONE,
            "`true`: `docker/lint` fails where a linter is missing, instead of skipping it",
            "为 `true` 时，缺少检查工具则 `docker/lint` 失败，而不是跳过");

    /** Who takes notice of a variable. */
    public enum Reader {
        SERVICE("service", "服务"),
        COMMAND_LINE("command line", "命令行"),
        LAUNCHER("launcher", "启动脚本"),
        COMPOSE("compose", "compose"),
        CHECKS("checks", "检查");

        private final String en;
        private final String zh;

        Reader(String en, String zh) {
            this.en = en;
            this.zh = zh;
        }

        public String en() {
            return en;
        }

        public String zh() {
            return zh;
        }
    }

    /**
     * What holds where a variable is not set.
     *
     * @param value as the service's own settings say it; empty for nothing
     * @param en in the words of the documents
     */
    public record Default(String value, String en, String zh) {

        static final Default NONE = new Default("", "none", "无");

        static Default of(String value) {
            return new Default(value, "`" + value + "`", "`" + value + "`");
        }
    }

    private final Reader reader;
    private final Default standard;
    private final String en;
    private final String zh;

    Variable(Reader reader, Default standard, String en, String zh) {
        this.reader = reader;
        this.standard = standard;
        this.en = en;
        this.zh = zh;
    }

    /** What it is set to in this process; an empty value is none. */
    public Optional<String> value() {
        return Optional.ofNullable(System.getenv(name())).filter(value -> !value.isBlank());
    }

    /** What it is set to, or its default. */
    public String valueOrDefault() {
        return value().orElse(standard.value());
    }

    public Reader reader() {
        return reader;
    }

    public Default standard() {
        return standard;
    }

    /** What it means, in English. */
    public String en() {
        return en;
    }

    /** What it means, in Chinese. */
    public String zh() {
        return zh;
    }
}
