/** A hundred grains of rice, each one percent of the money; how they look is said for each. */
export function GrainsPicture({ looks }: { looks: readonly string[] }) {
  return (
    <svg aria-hidden viewBox="0 0 200 200" className="w-full max-w-72">
      {looks.map((look, index) => {
        const x = 10 + (index % 10) * 20;
        const y = 10 + Math.floor(index / 10) * 20;
        return (
          <ellipse
            key={index}
            cx={x}
            cy={y}
            rx="4.4"
            ry="7.6"
            transform={`rotate(${((index * 47) % 50) - 5} ${x} ${y})`}
            className={look}
          />
        );
      })}
    </svg>
  );
}
